package com.ticketing.common.sample;

import com.ticketing.common.bans.BanAction;
import com.ticketing.common.bans.DeletionAction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Records the ban and deletion actions of the sample service. */
@Component
public class BanLog implements BanAction, DeletionAction {

    private final List<String> entries = new CopyOnWriteArrayList<>();

    @Override
    public void onBanned(String userId) {
        entries.add("banned " + userId);
    }

    @Override
    public void onUnbanned(String userId) {
        entries.add("unbanned " + userId);
    }

    @Override
    public void onDeleted(String userId) {
        entries.add("deleted " + userId);
    }

    public List<String> entries() {
        return entries;
    }
}
