"""Who held which post when, and for what they answer by it."""
