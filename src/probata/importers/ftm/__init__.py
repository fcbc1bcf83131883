"""FollowTheMoney, the form of Aleph and OpenSanctions: entities in and out, flat or nested.

`entities` reads and `lines` writes; `to_records` and the files beside it make records of ours, `from_records` entities.
The names of schemata and properties are those of followthemoney 4.11.2; `schemata.toml` has the ones that are used.
"""
