package com.ticketing.acceptance.browser;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Titles that try to run a script in other users' browsers, each of which would set {@code hit}, and one that tries to
 * widen the page with many combining marks on one letter.
 */
final class HostileTitles {

    private static final List<String> TEMPLATES = List.of(
            "<script>hit=1</script>",
            "</script><script>hit=1</script>",
            "<img src=x onerror=hit=1>",
            "<svg onload=hit=1>",
            "<svg><script>hit=1</script></svg>",
            "<iframe srcdoc=\"<script>parent.hit=1</script>\">",
            "<iframe src=\"javascript:parent.hit=1\">",
            "<a href=\"javascript:hit=1\">win</a>",
            "<body onload=hit=1>",
            "<details open ontoggle=hit=1>",
            "<math><mtext><script>hit=1</script></mtext></math>",
            "<object data=\"data:text/html,<script>hit=1</script>\">",
            "<embed src=\"javascript:hit=1\">",
            "<form><button formaction=javascript:hit=1>x</button></form>",
            "<input autofocus onfocus=hit=1>",
            "<video><source onerror=hit=1></video>",
            "<style>@import 'http://localhost:1/x.css'</style>",
            "<link rel=stylesheet href=http://localhost:1/x.css>",
            "<base href=http://localhost:1/>",
            "<meta http-equiv=refresh content=\"0;url=http://localhost:1/\">",
            "<template><script>hit=1</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=hit=1>\">",
            "<!--><img src=x onerror=hit=1>-->",
            "<![CDATA[<script>hit=1</script>]]>",
            "\"><script>hit=1</script>",
            "'><script>hit=1</script>",
            "\" onmouseover=\"hit=1",
            "' autofocus onfocus='hit=1",
            "`onerror=hit=1`",
            "javascript:hit=1",
            "data:text/html,<script>hit=1</script>",
            "{{constructor.constructor('hit=1')()}}",
            "${hit=1}",
            "#{hit=1}",
            "<%= hit=1 %>",
            "&lt;script&gt;hit=1&lt;/script&gt;",
            "&#60;script&#62;hit=1&#60;/script&#62;",
            "\\u003cscript\\u003ehit=1\\u003c/script\\u003e",
            "%3Cscript%3Ehit=1%3C/script%3E",
            "__proto__[hit]=1",
            "constructor.prototype.hit=1",
            "[object Object]",
            "a" + "\u0E35".repeat(150));

    private HostileTitles() {}

    /** Returns the titles, each with a number and a word to search for. */
    static List<String> with(String word) {
        return IntStream.range(0, TEMPLATES.size())
                .mapToObj(number -> word + " " + number + " " + TEMPLATES.get(number))
                .toList();
    }
}
