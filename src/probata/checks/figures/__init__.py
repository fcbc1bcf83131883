"""Tables and totals: what adds up, what is counted twice, what was computed and not reported."""
