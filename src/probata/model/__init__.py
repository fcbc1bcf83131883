"""The record kinds of a case, one kind a file, as typed and frozen values.

Names follow FollowTheMoney (person, position, organisation), the Security Force Monitor handbook (dates of a
posting, command relations) and CSL-JSON (sources), so that a user of those knows a record at sight.
"""
