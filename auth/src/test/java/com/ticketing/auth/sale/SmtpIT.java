package com.ticketing.auth.sale;

import static com.ticketing.auth.SmtpServer.mails;
import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.cookies;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.SmtpServer;
import com.ticketing.auth.SmtpServer.Received;
import com.ticketing.auth.SmtpTest;
import com.ticketing.auth.mail.MailKind;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.events.TicketReference;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** All emails, received by an SMTP server. */
@SmtpTest
@ExtendWith(OutputCaptureExtension.class)
class SmtpIT {

    private static final Pattern LINK = Pattern.compile("https://tickets\\.example\\.com(/[a-z-]+)\\?token=(\\S+)");

    private static final TicketFacts FACTS = new TicketFacts(
            Instant.parse("2035-06-12T17:30:00Z"), "Europe/Vienna", "Stephaniensaal", "Graz", "music", "Row 3");

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MovableClock clock;

    @Autowired
    MongoOperations mongo;

    @Autowired
    SaleMailService service;

    @Autowired
    MeterRegistry meters;

    String buyer = newEmail();
    String seller = newEmail();
    String order = SignedIn.newId();

    @DynamicPropertySource
    static void configureSmtp(DynamicPropertyRegistry registry) {
        SmtpServer.configure(registry);
    }

    @AfterEach
    void startServer() {
        SmtpServer.start();
    }

    @Test
    void sendsTheReceiptAndTheNoticeInTheRecipientsLanguages() {
        OrderCompleted sale = sale(account(buyer, "de-AT,de;q=0.9,en;q=0.8"), account(seller, "en"), "Mozart: Requiem");
        channels.publish(sale);

        eventually(() -> assertThat(mails(buyer)).hasSize(1));
        Received receipt = mails(buyer).getFirst();
        assertThat(receipt.subject()).isEqualTo("Dein Ticket: Mozart: Requiem");
        assertThat(receipt.text())
                .contains("\nTermin: Dienstag, 12. Juni 2035", " 19:30 (Mitteleuropäische Zeit)\n")
                .contains("\nOrt: Stephaniensaal, Graz\n", "\nPlatz: Row 3\n", "\nBezahlt: 19,90\u00a0$\n")
                .contains("\nBestellung: " + order + "\n", "\nhttps://tickets.example.com/orders/" + order);
        assertThat(receipt.header("From")).isEqualTo("=?UTF-8?Q?Tickets_f=C3=BCr_alle?= <tickets@example.com>");
        assertThat(receipt.header("Message-ID")).isEqualTo("<" + order + ".receipt@example.com>");
        assertThat(receipt.header("Content-Language")).isEqualTo("de");

        eventually(() -> assertThat(mails(seller)).hasSize(1));
        Received sold = mails(seller).getFirst();
        assertThat(sold.subject()).isEqualTo("Sold: Mozart: Requiem");
        assertThat(sold.text())
                .contains("\nDate: Tuesday", "12 June 2035", " 19:30 (Central European Time)\n", "\nPrice: US$19.90\n")
                .endsWith(
                        "\nhttps://tickets.example.com/tickets/" + sale.ticket().id())
                .doesNotContain(buyer, sale.buyerId());
    }

    @Test
    void sendsEachEmailOnceWhenTheEventIsRepeated() {
        OrderCompleted sale = sale(account(buyer, "en"), account(seller, "en"), "Concert");
        channels.publish(sale);
        channels.publish(sale);
        eventually(() -> assertThat(stored()).hasSize(2).noneMatch(SmtpIT::isDue));

        service.add(sale);

        assertThat(stored()).hasSize(2).noneMatch(SmtpIT::isDue);
        assertThat(mails(buyer)).hasSize(1);
        assertThat(mails(seller)).hasSize(1);
    }

    @Test
    void ignoresOldSalesAndEventsOfOtherProducers() {
        String ticket = SignedIn.newId();
        OrderCompleted old = sale("buyer", "seller", "Concert");
        service.add(new OrderCompleted(
                order,
                1,
                OrderStatus.COMPLETE,
                "buyer",
                old.ticket(),
                clock.instant().minus(Duration.ofDays(4))));
        service.add(new OrderCompleted(order, 1, OrderStatus.COMPLETE, "buyer", old.ticket(), null));
        service.add(new OrderCompleted(order, 1, OrderStatus.COMPLETE, "buyer", new TicketReference(ticket)));

        assertThat(stored()).isEmpty();
    }

    @Test
    void retriesWhenTheServerIsDown(CapturedOutput output) {
        OrderCompleted sale = sale(account(buyer, "en"), SignedIn.newId(), "Concert");
        double failedBefore = counted("receipt", "failed");
        SmtpServer.stop();
        channels.publish(sale);
        eventually(() -> assertThat(output)
                .contains("Email not sent, retry follows: kind=receipt orderId=" + order + " attempts=1"));
        assertThat(counted("receipt", "failed")).isGreaterThan(failedBefore);

        SmtpServer.start();
        eventually(() -> {
            clock.advance(Duration.ofMinutes(1));
            assertThat(mails(buyer)).hasSize(1);
        });

        // the seller has no account
        eventually(() -> assertThat(stored()).hasSize(2).noneMatch(SmtpIT::isDue));
        assertNotLogged(buyer, output);
    }

    @Test
    void abandonsAnEmailAfterTheLastAttempt(CapturedOutput output) {
        double abandonedBefore = counted("receipt", "abandoned");
        SmtpServer.stop();
        Sale sale = Sale.of(sale("", "", "Concert")).orElseThrow();
        Instant now = clock.instant();
        mongo.insert(new SaleMail(
                order + "#receipt",
                MailKind.RECEIPT,
                account(buyer, "en"),
                sale,
                SaleMailService.MAX_ATTEMPTS - 1,
                now,
                now.plus(SaleMailService.RETENTION)));

        eventually(() ->
                assertThat(output).contains("Email not sent: kind=receipt orderId=" + order + " attempts=10 reason="));
        eventually(() -> assertThat(stored()).noneMatch(SmtpIT::isDue));
        assertThat(counted("receipt", "abandoned")).isEqualTo(abandonedBefore + 1);
        assertNotLogged(buyer, output);
    }

    @Test
    void sendsTheLinkThatResetsThePassword() {
        account(buyer, "de");

        api.post("/api/users/password/forgotten", Map.of("email", buyer)).expect(202);

        eventually(() -> assertThat(mails(buyer)).hasSize(1));
        assertThat(mails(buyer).getFirst().subject()).isEqualTo("Neues Passwort festlegen");
        assertThat(mails(buyer).getFirst().text()).contains("30 Minuten");
        Matcher link = link(mails(buyer).getFirst());
        assertThat(link.group(1)).isEqualTo("/reset-password");
        api.post("/api/users/password/reset", Map.of("token", link.group(2), "password", "another long secret"))
                .expect(200);
        signIn(api, buyer, "another long secret").expect(200);
    }

    @Test
    void sendsTheLinkThatConfirmsAnEmailInTheLanguageOfTheLastSignIn() {
        account(buyer, "de");
        ApiResponse session = signIn(api.with("Accept-Language", "en-GB"), buyer, PASSWORD);

        api.as(cookies(session))
                .post("/api/users/email", Map.of("password", PASSWORD, "email", seller))
                .expect(202);

        eventually(() -> assertThat(mails(seller)).hasSize(1));
        assertThat(mails(seller).getFirst().subject()).isEqualTo("Confirm your new email address");
        Matcher link = link(mails(seller).getFirst());
        assertThat(link.group(1)).isEqualTo("/confirm-email");
        api.post("/api/users/email/confirmation", Map.of("token", link.group(2)))
                .expect(200);
        signIn(api, seller, PASSWORD).expect(200);
    }

    @Test
    void returnsWhichEmailsAreSent() {
        assertThat(api.get("/api/users/config").expect(200).text())
                .isEqualTo("{\"passwordReset\":true,\"receipts\":true}");
    }

    /** Returns the id of a new account. */
    private String account(String email, String languages) {
        return signUp(api.with("Accept-Language", languages), email)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private OrderCompleted sale(String buyerId, String sellerId, String title) {
        return new OrderCompleted(
                order,
                1,
                OrderStatus.COMPLETE,
                buyerId,
                new OrderCompleted.Ticket(SignedIn.newId(), title, new BigDecimal("19.90"), sellerId, FACTS),
                clock.instant());
    }

    private List<SaleMail> stored() {
        return mongo.findAll(SaleMail.class).stream()
                .filter(mail -> mail.sale().orderId().equals(order))
                .toList();
    }

    private static boolean isDue(SaleMail mail) {
        return Objects.nonNull(mail.nextAttemptAt());
    }

    /** The SMTP server logs its users. */
    private static void assertNotLogged(String email, CapturedOutput output) {
        assertThat(output.toString().lines().filter(line -> !line.contains("icegreen")))
                .isNotEmpty()
                .noneMatch(line -> line.contains(email));
    }

    private double counted(String kind, String outcome) {
        return meters.counter("auth.mails", "kind", kind, "outcome", outcome).count();
    }

    private static Matcher link(Received mail) {
        Matcher link = LINK.matcher(mail.text());
        assertThat(link.find()).isTrue();
        return link;
    }
}
