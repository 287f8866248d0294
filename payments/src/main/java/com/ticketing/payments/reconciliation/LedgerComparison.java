package com.ticketing.payments.reconciliation;

import com.ticketing.payments.reconciliation.PaymentLedger.Entry;
import com.ticketing.payments.stripe.ListedIntent;
import com.ticketing.payments.stripe.StripeLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Compares the two sides' books in both directions, page by page. It changes nothing. */
@Service
class LedgerComparison {

    private final StripeLedger stripe;
    private final PaymentLedger payments;

    LedgerComparison(StripeLedger stripe, PaymentLedger payments) {
        this.stripe = stripe;
        this.payments = payments;
    }

    /**
     * What the comparison found.
     *
     * @param compared PaymentIntents of this suite that were looked at
     * @param foreign PaymentIntents that somebody else made in the same account
     */
    record Report(Instant from, Instant to, int compared, int foreign, List<Difference> differences) {}

    Report compare(Instant from, Instant to) {
        Set<String> seen = new HashSet<>();
        List<Difference> differences = new ArrayList<>();
        int foreign = 0;
        String after = null;
        for (List<ListedIntent> page = stripe.page(from, to, after);
                !page.isEmpty();
                page = stripe.page(from, to, after)) {
            List<ListedIntent> own =
                    page.stream().filter(intent -> intent.orderId() != null).toList();
            foreign += page.size() - own.size();
            own.forEach(intent -> seen.add(intent.id()));
            compareWithOurs(own, differences);
            after = page.getLast().id();
        }
        findOurs(from, to, seen, differences);
        return new Report(from, to, seen.size(), foreign, differences);
    }

    private void compareWithOurs(List<ListedIntent> listed, List<Difference> differences) {
        Map<String, Entry> ours = payments
                .ofIntents(listed.stream().map(ListedIntent::id).toList())
                .stream()
                .collect(Collectors.toMap(Entry::intentId, Function.identity()));
        for (ListedIntent there : listed) {
            Entry here = ours.get(there.id());
            String orderId = there.orderId();
            if (here != null) {
                Difference.between(here, there).ifPresent(differences::add);
            } else if (orderId != null) {
                differences.add(Difference.notHere(orderId, there));
            }
        }
    }

    /** The reverse: ours that Stripe did not list, because it made them a moment later, or does not know them. */
    private void findOurs(Instant from, Instant to, Set<String> seen, List<Difference> differences) {
        String after = null;
        for (List<Entry> page = payments.page(from, to, after);
                !page.isEmpty();
                page = payments.page(from, to, after)) {
            for (Entry here : page) {
                if (seen.add(here.intentId())) {
                    stripe.find(here.intentId())
                            .map(there -> Difference.between(here, there))
                            .orElseGet(() -> Optional.of(Difference.notAtStripe(here)))
                            .ifPresent(differences::add);
                }
            }
            after = page.getLast().orderId();
        }
    }
}
