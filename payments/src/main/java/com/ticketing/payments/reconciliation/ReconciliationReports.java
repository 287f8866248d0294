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

/** Compares the payment ledger with Stripe's in both directions, page by page. Changes nothing. */
@Service
class ReconciliationReports {

    private final StripeLedger stripe;
    private final PaymentLedger payments;

    ReconciliationReports(StripeLedger stripe, PaymentLedger payments) {
        this.stripe = stripe;
        this.payments = payments;
    }

    ReconciliationReport compare(Instant from, Instant to) {
        Set<String> compared = new HashSet<>();
        List<Difference> differences = new ArrayList<>();
        int foreign = 0;
        String after = null;
        for (List<ListedIntent> page = stripe.page(from, to, after);
                !page.isEmpty();
                page = stripe.page(from, to, after)) {
            List<ListedIntent> own =
                    page.stream().filter(intent -> intent.orderId() != null).toList();
            foreign += page.size() - own.size();
            own.forEach(intent -> compared.add(intent.id()));
            differences.addAll(compareWithPayments(own));
            after = page.getLast().id();
        }
        differences.addAll(compareWithStripe(from, to, compared));
        return new ReconciliationReport(from, to, compared.size(), foreign, differences, payments.attention(from, to));
    }

    private List<Difference> compareWithPayments(List<ListedIntent> listed) {
        Map<String, Entry> entries = payments
                .entries(listed.stream().map(ListedIntent::id).toList())
                .stream()
                .collect(Collectors.toMap(Entry::intentId, Function.identity()));
        List<Difference> differences = new ArrayList<>();
        for (ListedIntent intent : listed) {
            Entry entry = entries.get(intent.id());
            String orderId = intent.orderId();
            if (entry != null) {
                Difference.between(entry, intent).ifPresent(differences::add);
            } else if (orderId != null) {
                differences.add(Difference.notHere(orderId, intent));
            }
        }
        return differences;
    }

    /** Compares the payments that Stripe did not list: it created their PaymentIntents later, or has none. */
    private List<Difference> compareWithStripe(Instant from, Instant to, Set<String> compared) {
        List<Difference> differences = new ArrayList<>();
        String after = null;
        for (List<Entry> page = payments.page(from, to, after);
                !page.isEmpty();
                page = payments.page(from, to, after)) {
            for (Entry entry : page) {
                if (compared.add(entry.intentId())) {
                    compareWithStripe(entry).ifPresent(differences::add);
                }
            }
            after = page.getLast().orderId();
        }
        return differences;
    }

    private Optional<Difference> compareWithStripe(Entry entry) {
        return stripe.find(entry.intentId())
                .map(intent -> Difference.between(entry, intent))
                .orElseGet(() -> Optional.of(Difference.notAtStripe(entry)));
    }
}
