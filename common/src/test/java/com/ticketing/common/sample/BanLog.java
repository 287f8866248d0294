package com.ticketing.common.sample;

import com.ticketing.common.bans.BanAction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Records the ban actions of the sample service. */
@Component
public class BanLog implements BanAction {

    private final List<String> entries = new CopyOnWriteArrayList<>();

    @Override
    public void onBanned(String userId) {
        entries.add("banned " + userId);
    }

    @Override
    public void onUnbanned(String userId) {
        entries.add("unbanned " + userId);
    }

    public List<String> entries() {
        return entries;
    }
}
