package io.github.dualprevention.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real Chromium. Skipped where none is installed, unless the environment variable
 * {@code DUAL_PREVENTION_REQUIRE_BROWSER} is set.
 */
class RegisterPageInBrowserTest {

  /** Reads what a person would see, then chooses English and reads again. */
  private static final String PROBE =
      """
      <script>
      const seen = () => [...document.querySelectorAll('#risks .level')].map(badge =>
        badge.innerText + ' ' + getComputedStyle(badge).backgroundColor).join('; ');
      const heading = () => document.querySelector('h1').innerText;
      const chinese = heading() + ' | ' + seen();
      document.querySelector('label[for=en]').click();
      const english = heading() + ' | ' + seen();
      const overflow = document.documentElement.scrollWidth > document.documentElement.clientWidth;
      document.documentElement.setAttribute('data-seen', [chinese, english, overflow].join(' || '));
      </script>
      </body>
      """;

  /** The same for what is told below the register. */
  private static final String STORY_PROBE =
      """
      <script>
      const seen = () => ['holes', 'tasks', 'hazards', 'reports', 'journal'].map(id =>
        document.querySelector('#' + id + ' h2').innerText).concat(
        ['.done', '.no'].map(verdict => document.querySelectorAll('#hazards ' + verdict).length),
        [...document.querySelectorAll('#journal .done, #journal .no')].map(verdict =>
          verdict.innerText.split('\\n')[0])).join('; ');
      const chinese = seen();
      document.querySelector('label[for=en]').click();
      const english = seen();
      const overflow = document.documentElement.scrollWidth > document.documentElement.clientWidth;
      document.documentElement.setAttribute('data-seen', [chinese, english, overflow].join(' || '));
      </script>
      </body>
      """;

  /** The same for the sample register and the changed standard. */
  private static final String STANDARDS_PROBE =
      """
      <script>
      const text = element => element.innerText.replace(/\\s+/g, ' ').trim();
      const row = (table, id) => [...document.querySelectorAll(table + ' tr')].find(row =>
        row.cells[0].innerText === id);
      const seen = () => [document.querySelector('#sample h2'), document.querySelector('#what-if h2'),
        document.querySelector('#sample .totals'), row('#sample-risks', 'S24'), row('#sample-risks', 'S25'),
        row('#what-if', 'S20'), document.querySelector('#what-if .counts tbody tr')].map(text).concat(
        document.querySelectorAll('#sample-risks .level').length).join('; ');
      const chinese = seen();
      document.querySelector('label[for=en]').click();
      const english = seen();
      const overflow = document.documentElement.scrollWidth > document.documentElement.clientWidth;
      document.documentElement.setAttribute('data-seen', [chinese, english, overflow].join(' || '));
      </script>
      </body>
      """;

  private static final Pattern SEEN = Pattern.compile("data-seen=\"([^\"]*)\"");

  @TempDir Path directory;

  @Test
  void showsFourColoursInTheChosenLanguage() throws IOException, InterruptedException {
    Path browser = browser();
    Files.writeString(
        directory.resolve("risks.csv"),
        """
        id,risk_point,risk_unit,risk_event,method,L,E,C,S,direct_rule
        r1,p,u,a,LS,5,,,5,
        r2,p,u,b,LS,4,,,4,
        r3,p,u,c,LS,3,,,3,
        r4,p,u,d,LS,1,,,1,
        """);
    run("--data", directory.toString(), "--out", directory.toString());
    Path page = directory.resolve("index.html");
    Files.writeString(page, Files.readString(page).replace("</body>", PROBE));

    assertThat(seenIn(browser, page).split(" \\|\\| "))
        .containsExactly(
            "安全风险分级清单 | 重大风险 rgb(200, 32, 31); 较大风险 rgb(232, 113, 10);"
                + " 一般风险 rgb(247, 198, 0); 低风险 rgb(26, 98, 183)",
            "Graded risk register | major risk rgb(200, 32, 31); significant risk rgb(232, 113, 10);"
                + " general risk rgb(247, 198, 0); low risk rgb(26, 98, 183)",
            "false");
  }

  @Test
  void tellsTheStoryInTheChosenLanguage() throws IOException, InterruptedException {
    Path browser = browser();
    run("--out", directory.toString());
    Path page = directory.resolve("index.html");
    Files.writeString(page, Files.readString(page).replace("</body>", STORY_PROBE));

    assertThat(seenIn(browser, page).split(" \\|\\| "))
        .containsExactly(
            "责任缺口; 排查清单与2026-07的排查任务; 隐患治理; 报告（共31份，已送达31份）; 日志核验; 31; 14;"
                + " ✓ 31条记录，2条链，全部可信;"
                + " ✗ 第16行起不可信：“hazard/H-2026-001”第11条记录的内容与其摘要不符",
            "Holes in the responsibility; Checklists, and their tasks in 2026-07;"
                + " Hazards, from registration to close-out; Reports (31 of 31 delivered); Proof of the journal;"
                + " 31; 14; ✓ 31 entries in 2 chains, all sound;"
                + " ✗ from line 16: entry 11 of hazard/H-2026-001 does not have its hash",
            "false");
  }

  @Test
  void showsTheSampleRegisterAndTheChangedStandardInTheChosenLanguage()
      throws IOException, InterruptedException {
    Path browser = browser();
    run("--out", directory.toString());
    Path page = directory.resolve("index.html");
    Files.writeString(page, Files.readString(page).replace("</body>", STANDARDS_PROBE));

    assertThat(seenIn(browser, page).split(" \\|\\| "))
        .containsExactly(
            "示例清单：混用各种方法; 若采用变更后的标准; 重大风险3 较大风险12 一般风险8 低风险3;"
                + " S24 标度外的值：C=10 180 高度危险 较大风险"
                + " SAMPLE:LEC@1：L=3, E=6, C=10（C不在标度内），得分180，属于[160,320)“高度危险”，为较大风险;"
                + " S25 达到重大危险源的储罐区，不评分 — — 重大风险"
                + " 规则SAMPLE-1（示例规则：构成重大危险源）：不低于重大风险;"
                + " S20 三因子：滑倒 低风险 一般风险"
                + " SAMPLE:PFS@1：P=1, F=2, S=3，得分6，属于[1,6]“低风险”，为低风险"
                + " SAMPLE:PFS@2：P=1, F=2, S=3，得分6，属于[6,10]“一般风险”，为一般风险;"
                + " 重大风险 1 0 0 0 0; 26",
            "Sample register: all kinds of methods mixed; What if the changed standard held;"
                + " major risk3 significant risk12 general risk8 low risk3;"
                + " S24 标度外的值：C=10 180 highly dangerous significant risk"
                + " SAMPLE:LEC@1: L=3, E=6, C=10 (off the scale: C) score 180,"
                + " in [160,320) &quot;highly dangerous&quot;, which is significant risk;"
                + " S25 达到重大危险源的储罐区，不评分 — — major risk"
                + " rule SAMPLE-1 (sample rule: a major hazard installation): at least major risk;"
                + " S20 三因子：滑倒 low risk general risk"
                + " SAMPLE:PFS@1: P=1, F=2, S=3 score 6, in [1,6] &quot;low risk&quot;, which is low risk"
                + " SAMPLE:PFS@2: P=1, F=2, S=3 score 6, in [6,10] &quot;general risk&quot;, which is general risk;"
                + " major risk 1 0 0 0 0; 26",
            "false");
  }

  private static void run(String... args) {
    PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-07-15T00:00:00Z"));
    Quickstart quickstart =
        new Quickstart(clock, ZoneOffset.UTC, () -> new byte[16], silent, silent);
    assertThat(quickstart.run(args)).isZero();
  }

  private String seenIn(Path browser, Path page) throws IOException, InterruptedException {
    Path dom = directory.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1200,900",
                "--user-data-dir=" + directory.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("the browser ended by itself").isTrue();
    Matcher seen = SEEN.matcher(Files.readString(dom));
    assertThat(seen.find()).as("the page was read").isTrue();
    return seen.group(1);
  }

  private static Path browser() {
    Optional<Path> browser =
        Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
            .flatMap(
                folder ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    boolean required = "1".equals(System.getenv("DUAL_PREVENTION_REQUIRE_BROWSER"));
    assumeTrue(browser.isPresent() || required, "no Chromium on the path");
    return browser.orElseThrow(() -> new AssertionError("a Chromium is required on the path"));
  }
}
