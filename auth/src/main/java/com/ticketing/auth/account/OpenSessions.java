package com.ticketing.auth.account;

import java.util.List;

/** The sessions whose access tokens can still be valid. */
public interface OpenSessions {

    /** Returns the ids of the user's sessions whose generation is older than the given one. */
    List<String> olderThan(int generation, String userId);
}
