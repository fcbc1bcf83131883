"""What others kept: web archives, mail and chats, read within limits as items. One reader a format, known by its bytes.

Nothing in these files is believed: names lead nowhere, hashes are quoted and never taken for ours, times keep the zone
that they state or say that none is given.
"""
