"""Who held which post when, who stood over whom, and for what they answer by it."""
