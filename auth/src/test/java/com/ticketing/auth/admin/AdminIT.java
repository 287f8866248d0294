package com.ticketing.auth.admin;

import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.cookies;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.refresh;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static com.ticketing.testsupport.Eventually.await;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.auth.account.AccountService;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.input.InvalidRequest;
import com.ticketing.testsupport.input.InvalidRequests;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@AdminTest
@ExtendWith(OutputCaptureExtension.class)
class AdminIT {

    @Autowired
    private Api api;

    @Autowired
    private AccountService accounts;

    private Api admin = new Api("");
    private String adminId = "";

    @BeforeEach
    void signInAsAdmin() {
        ApiResponse response = signIn(api, AdminTest.EMAIL, AdminTest.PASSWORD).expect(200);
        admin = api.as(response.session());
        adminId = response.json().path("id").asString();
    }

    @Test
    void putsTheAdminRoleIntoTheToken() {
        JsonNode user = admin.get("/api/users/currentuser").json().path("currentUser");

        assertThat(user.path("roles").values()).extracting(JsonNode::asString).containsExactly("admin");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "GET, ?id=5f0000000000000000000000",
        "GET, /audit",
        "POST, /5f0000000000000000000000/ban",
        "POST, /5f0000000000000000000000/unban"
    })
    void rejectsUsersWhoAreNotAdmins(String method, String path) {
        api.send(method, "/api/users" + path, null).expect(401);
        api.as(signUp(api, newEmail()).session())
                .send(method, "/api/users" + path, null)
                .expect(403);
    }

    @Test
    void checksTheRoleBeforeTheParameters() {
        Api user = api.as(signUp(api, newEmail()).session());
        String path = "/api/users/5f0000000000000000000000/ban";

        user.get("/api/users?limit=ten").expect(403);
        user.post(path, Map.of("reason", "x".repeat(501))).expect(403);
        user.sendText("POST", path, "application/json", "[").expect(403);
    }

    @Test
    void listsAccountsNewestFirstInPages() {
        String prefix = "list" + SignedIn.newId();
        for (int i = 0; i < 3; i++) {
            signUp(api, prefix + "." + i + "@example.com").expect(201);
        }

        ApiResponse first = admin.get("/api/users?limit=2&email=" + prefix.toUpperCase(Locale.ROOT))
                .expect(200);
        String next = first.header("Link").orElseThrow().replaceAll("^<(.*)>.*$", "$1");
        ApiResponse second = admin.get(next).expect(200);

        assertThat(emails(first)).containsExactly(prefix + ".2@example.com", prefix + ".1@example.com");
        assertThat(emails(second)).containsExactly(prefix + ".0@example.com");
        assertThat(second.header("Link")).isEmpty();
        assertThat(first.text()).doesNotContain("argon2", "passwordHash", "sessionGeneration");
    }

    @Test
    void listsAccountsByTheirIds() {
        String prefix = "ids" + SignedIn.newId();
        List<String> created = Stream.of(".0", ".1", ".2")
                .map(suffix ->
                        idOf(signUp(api, prefix + suffix + "@example.com").expect(201)))
                .toList();
        signUp(api, prefix + ".3@example.com").expect(201);
        String query = ids(List.of(
                created.get(0), SignedIn.newId(), created.get(2), "no-such-id", created.get(1), created.get(1)));

        ApiResponse all = admin.get("/api/users?" + query).expect(200);

        assertThat(idsOf(all)).containsExactlyElementsOf(created.reversed());
        assertThat(all.json().get(0))
                .isEqualTo(admin.get("/api/users?email=" + prefix + ".2").json().get(0));
        assertThat(all.header("Link")).isEmpty();
        assertThat(idsOf(admin.get("/api/users?" + query + "&email=" + prefix + ".1")
                        .expect(200)))
                .containsExactly(created.get(1));
        assertThat(admin.get("/api/users?" + query + "&email=nobody")
                        .expect(200)
                        .json())
                .isEmpty();
        assertThat(admin.get("/api/users?id=").expect(200).json()).isEmpty();
    }

    private static String ids(List<String> ids) {
        return "id=" + String.join("&id=", ids);
    }

    private static String idOf(ApiResponse user) {
        return user.json().path("id").asString();
    }

    private static List<String> idsOf(ApiResponse page) {
        return page.json().values().stream()
                .map(account -> account.path("id").asString())
                .toList();
    }

    @Test
    void logsWhoReadAccountsWithoutTheirEmails(CapturedOutput log) {
        String email = newEmail();
        signUp(api, email).expect(201);

        admin.get("/api/users?email=" + email).expect(200);

        assertThat(log.getOut())
                .contains("Accounts read by admin: adminId=" + adminId + " count=1")
                .doesNotContain(email);
    }

    @Test
    void pagesAccountsByTheirIds() {
        List<String> created = Stream.generate(
                        () -> idOf(signUp(api, newEmail()).expect(201)))
                .limit(5)
                .toList();

        List<String> paged = new ArrayList<>();
        String next = "/api/users?limit=2&" + ids(created);
        for (int page = 0; page < 3; page++) {
            ApiResponse response = admin.get(next).expect(200);
            paged.addAll(idsOf(response));
            next = response.header("Link").orElse("").replaceAll("^<(.*)>.*$", "$1");
        }

        assertThat(paged).containsExactlyElementsOf(created.reversed());
        assertThat(next).isEmpty();
    }

    @Test
    void findsAtMost100AccountsByTheirIds() {
        List<String> unknown = Stream.generate(SignedIn::newId).limit(99).toList();
        String account = idOf(signUp(api, newEmail()).expect(201));
        String query = "/api/users?" + ids(unknown) + "&id=" + account;

        assertThat(idsOf(admin.get(query).expect(200))).containsExactly(account);
        assertThat(admin.get(query + "&id=" + account).expect(400).errors())
                .containsExactly(new Failure("At most 100 ids", "id", "invalid-value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%7B%22$ne%22:null%7D", "..%2Faudit", ",", "$%7Bjndi:ldap:%2F%2Fx%7D"})
    void findsNoAccountByAMalformedId(String id) {
        assertThat(admin.get("/api/users?id=" + id).expect(200).json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=201, limit", "limit=x, limit", "after=x, after"})
    void rejectsInvalidPageParameters(String query, String field) {
        for (String path : List.of("/api/users", "/api/users/audit")) {
            assertThat(admin.get(path + "?" + query).expect(400).errors())
                    .extracting(Failure::field)
                    .containsExactly(field);
        }
    }

    @Test
    void treatsTheEmailFilterAsLiteralText() {
        assertThat(admin.get("/api/users?email=.*").expect(200).json().values()).isEmpty();
        assertThat(admin.get("/api/users?email=%5B(").expect(200).json().values())
                .isEmpty();
    }

    @Test
    void showsADeletedAccountWithItsIdOnlyAndErasesTheReasonsAboutIt() {
        String email = newEmail();
        ApiResponse user = signUp(api, email);
        String id = user.json().path("id").asString();
        admin.post("/api/users/" + id + "/ban", Map.of("reason", "writes as " + email))
                .expect(200);
        admin.post("/api/users/" + id + "/unban", null).expect(200);
        ApiResponse again = signIn(api, email, PASSWORD).expect(200);

        api.as(cookies(again))
                .send("DELETE", "/api/users/me", Map.of("password", PASSWORD))
                .expect(204);

        JsonNode deleted =
                admin.get("/api/users?email=" + id).expect(200).json().get(0);
        assertThat(admin.get("/api/users?id=" + id).expect(200).json().get(0)).isEqualTo(deleted);
        assertThat(deleted.path("id").asString()).isEqualTo(id);
        assertThat(deleted.path("deleted").asBoolean()).isTrue();
        assertThat(deleted.has("email")).isFalse();
        assertThat(admin.get("/api/users?email=" + email).expect(200).json()).isEmpty();
        eventually(() -> assertThat(admin.get("/api/users/audit").expect(200).text())
                .contains(id)
                .doesNotContain(email));
        for (String action : List.of("/ban", "/unban")) {
            admin.post("/api/users/" + id + action, null).expect(404);
        }
    }

    @Test
    void keepsTheAccountOfTheLastAdmin() {
        ApiResponse rejected = admin.send("DELETE", "/api/users/me", Map.of("password", AdminTest.PASSWORD))
                .expect(409);

        assertThat(rejected.codes()).containsExactly("last-admin");
        signIn(api, AdminTest.EMAIL, AdminTest.PASSWORD).expect(200);
    }

    @Test
    void bansAnAccountImmediatelyOnAllRoutes() {
        String email = newEmail();
        ApiResponse user = signUp(api, email);
        String id = user.json().path("id").asString();

        JsonNode banned = admin.post("/api/users/" + id + "/ban", Map.of("reason", "fraud"))
                .expect(200)
                .json();

        assertThat(banned.path("banned").asBoolean()).isTrue();
        assertThat(banned.path("banReason").asString()).isEqualTo("fraud");
        assertThat(refresh(api, user).expect(403).codes()).containsExactly("account-banned");
        assertThat(signIn(api, email, PASSWORD).expect(403).codes()).containsExactly("account-banned");
        assertThat(signIn(api, email, "wrong password").expect(400).codes()).containsExactly("invalid-credentials");
        Api caller = api.as(user.session());
        await().untilAsserted(() -> assertThat(
                        caller.get("/api/users/sessions").expect(403).codes())
                .containsExactly("account-banned"));
        assertThat(caller.get("/api/users/currentuser").expect(200).text()).isEqualTo("{\"currentUser\":null}");
        caller.post("/api/users/signout", null).expect(200);
    }

    @Test
    void unbansAnAccountWhoseSessionsStayEnded() {
        String email = newEmail();
        ApiResponse user = signUp(api, email);
        String id = user.json().path("id").asString();
        admin.post("/api/users/" + id + "/ban", null).expect(200);
        Api caller = api.as(user.session());
        await().untilAsserted(() -> caller.get("/api/users/sessions").expect(403));

        JsonNode unbanned =
                admin.post("/api/users/" + id + "/unban", null).expect(200).json();

        assertThat(unbanned.path("banned").asBoolean()).isFalse();
        await().untilAsserted(() -> caller.get("/api/users/sessions").expect(401));
        refresh(api, user).expect(401);
        api.as(signIn(api, email, PASSWORD).expect(200).session())
                .get("/api/users/sessions")
                .expect(200);
    }

    @Test
    void recordsActionsWithAdminUserAndReasonInTheAuditLog() {
        String id = signUp(api, newEmail()).json().path("id").asString();
        admin.post("/api/users/" + id + "/ban", Map.of("reason", "fraud")).expect(200);
        admin.post("/api/users/" + id + "/ban", Map.of("reason", "again")).expect(200);
        admin.post("/api/users/" + id + "/unban", null).expect(200);

        JsonNode audit = admin.get("/api/users/audit?limit=2").expect(200).json();

        assertThat(audit.get(0).path("action").asString()).isEqualTo("UNBAN");
        assertThat(audit.get(1).path("action").asString()).isEqualTo("BAN");
        assertThat(audit.get(1).path("reason").asString()).isEqualTo("fraud");
        assertThat(audit.values()).allSatisfy(entry -> {
            assertThat(entry.path("adminId").asString()).isEqualTo(adminId);
            assertThat(entry.path("userId").asString()).isEqualTo(id);
            assertThat(entry.path("at").asString()).endsWith("Z");
        });
    }

    @Test
    void bansOnceForConcurrentRequests() throws InterruptedException {
        String id = signUp(api, newEmail()).json().path("id").asString();

        List<ApiResponse> responses = ConcurrentRequests.send(
                Collections.nCopies(8, id), each -> admin.post("/api/users/" + each + "/ban", null));

        assertThat(responses).extracting(ApiResponse::status).containsOnly(200);
        assertThat(accounts.find(id).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void rejectsBanningOneselfOrAnUnknownAccount() {
        assertThat(admin.post("/api/users/" + adminId + "/ban", null)
                        .expect(400)
                        .codes())
                .containsExactly("cannot-ban-yourself");
        admin.post("/api/users/" + SignedIn.newId() + "/ban", null).expect(404);
        admin.post("/api/users/" + SignedIn.newId() + "/unban", null).expect(404);
    }

    static Stream<InvalidRequest> malformedIds() {
        return Stream.concat(
                InvalidRequests.malformedIds("POST", "/api/users/{id}/ban", Map.of()),
                InvalidRequests.malformedIds("POST", "/api/users/{id}/unban", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("malformedIds")
    void answersMalformedIdsWith404(InvalidRequest request) {
        request.assertRejectedBy(admin);
    }

    @Test
    void givesAndTakesTheRoleOfAScanner() {
        String email = newEmail();
        String id = signUp(api, email).json().path("id").asString();
        String path = "/api/users/" + id + "/roles";

        api.as(signUp(api, newEmail()).session())
                .post(path, Map.of("add", List.of("scanner")))
                .expect(403);
        admin.post(path, Map.of("add", List.of("scanner"))).expect(200);
        assertThat(rolesOf(admin.post(path, Map.of("add", List.of("scanner")))
                        .expect(200)
                        .json()))
                .containsExactly("scanner");
        JsonNode user = api.as(signIn(api, email, PASSWORD).session())
                .get("/api/users/currentuser")
                .json()
                .path("currentUser");
        assertThat(rolesOf(user)).containsExactly("scanner");
        assertThat(rolesOf(admin.post(path, Map.of("remove", List.of("scanner")))
                        .expect(200)
                        .json()))
                .isEmpty();
        JsonNode audit = admin.get("/api/users/audit?limit=3").expect(200).json();
        assertThat(audit.values())
                .extracting(entry -> entry.path("action").asString())
                .startsWith("REMOVE_ROLE", "ADD_ROLE");
        assertThat(audit.get(0).path("reason").asString()).isEqualTo("scanner");
    }

    private static List<String> rolesOf(JsonNode account) {
        return account.path("roles").values().stream().map(JsonNode::asString).toList();
    }

    @Test
    void rejectsUnknownRolesAndAccounts() {
        String path = "/api/users/" + signUp(api, newEmail()).json().path("id").asString() + "/roles";

        assertThat(admin.post(path, Map.of("add", List.of("admin"))).expect(400).codes())
                .containsExactly("role-unknown");
        assertThat(admin.sendText("POST", path, "application/json", "{\"add\":[null]}")
                        .expect(400)
                        .codes())
                .containsExactly("role-unknown");
        admin.post("/api/users/" + SignedIn.newId() + "/roles", Map.of("add", List.of("scanner")))
                .expect(404);
        admin.post("/api/users/no-such-id/roles", Map.of("add", List.of("scanner")))
                .expect(404);
    }

    @Test
    void rejectsInvalidReasons() {
        String path = "/api/users/" + signUp(api, newEmail()).json().path("id").asString() + "/ban";

        assertThat(admin.post(path, Map.of("reason", "x".repeat(501)))
                        .expect(400)
                        .errors())
                .extracting(Failure::field, Failure::code)
                .containsExactly(tuple("reason", "reason-too-long"));
        for (String malformed : List.of("\\ud800", "\\u0000", "a\\u202eb")) {
            assertThat(admin.sendText("POST", path, "application/json", "{\"reason\":\"" + malformed + "\"}")
                            .expect(400)
                            .errors())
                    .extracting(Failure::field, Failure::code)
                    .containsExactly(tuple("reason", "reason-malformed"));
        }
        admin.post(path, Map.of("reason", 7)).expect(400);
        admin.sendText("POST", path, "application/json", "[").expect(400);
        admin.sendText("POST", path, "text/plain", "x").expect(415);
    }

    private static List<String> emails(ApiResponse page) {
        return page.json().values().stream()
                .map(account -> account.path("email").asString())
                .toList();
    }
}
