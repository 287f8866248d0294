package com.ticketing.acceptance.invariants;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Compares the services' replicas of bans and deletions with the accounts. */
final class BanReplicas {

    private static final String ALLOWED = "neither banned nor deleted";
    private static final String BANNED = "banned";
    private static final String DELETED = "deleted";

    private BanReplicas() {}

    /** Returns a line for each account and service that differ. A user who was never banned is in no replica. */
    static List<String> differences(Snapshot data) {
        List<String> differences = new ArrayList<>();
        data.accounts()
                .forEach((id, account) -> data.bans().forEach((service, bans) -> {
                    String expected = state(account);
                    String stored = replicaState(bans.getOrDefault(id, new Document()));
                    if (!stored.equals(expected)) {
                        differences.add(
                                "user " + id + " is " + expected + ", the replica in " + service + " is " + stored);
                    }
                }));
        return differences;
    }

    private static String state(Document account) {
        if (account.get("deletedAt") != null) {
            return DELETED;
        }
        return account.get("ban") != null ? BANNED : ALLOWED;
    }

    private static String replicaState(Document replica) {
        if (replica.getBoolean("deleted", false)) {
            return DELETED;
        }
        return replica.getBoolean("banned", false) ? BANNED : ALLOWED;
    }
}
