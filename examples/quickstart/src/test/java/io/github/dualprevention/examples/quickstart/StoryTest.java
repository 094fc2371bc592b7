package io.github.dualprevention.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dualprevention.adapters.jackson.EnvelopeDocument;
import io.github.dualprevention.adapters.render.EvidenceFile;
import io.github.dualprevention.adapters.render.EvidenceVerification;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardJournal;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.SupervisedListing;
import io.github.dualprevention.core.journal.Checkpoint;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.JournalFile;
import io.github.dualprevention.core.journal.Verification;
import io.github.dualprevention.reporting.ReportEnvelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryTest {

  private static final List<String> FILES =
      List.of(
          "risks.csv",
          "posts.csv",
          "responsibility.csv",
          "measures.csv",
          "check-plans.csv",
          "checks.csv",
          "attempts.csv");

  /** Without one of these, a plan finds nothing to check or a check has no plan. */
  private static final List<String> NEEDED_BY_OTHERS =
      List.of("responsibility.csv", "measures.csv", "check-plans.csv");

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path data;
  private Path result;

  @BeforeEach
  void copyTheBundledData() throws IOException {
    data = Files.createDirectory(directory.resolve("data"));
    result = directory.resolve("out");
    for (String file : FILES) {
      try (InputStream in = Quickstart.class.getResourceAsStream("/petrol-station/" + file)) {
        Files.copy(in, data.resolve(file));
      }
    }
  }

  @Test
  void tellsTheWholeStoryOnTheBundledData() {
    assertThat(run("--out", result.toString())).isZero();

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(out.toString(StandardCharsets.UTF_8).lines().map(StoryTest::withoutSentences))
        .containsExactly(
            "重大风险 / major risk: 1",
            "较大风险 / significant risk: 0",
            "一般风险 / general risk: 2",
            "低风险 / low risk: 3",
            "示例清单：重大风险3，较大风险12，一般风险8，低风险3 / sample register: major risk 3, significant risk 12, general risk 8, low risk 3",
            "若采用变更后的标准：升级4，降级1，无法评价1，不变26 / what if: 4 up, 1 down, 1 cannot be graded, 26 unchanged",
            "责任缺口 / holes in the responsibility: 5",
            "  风险事件“A1-1”（重大风险）在公司层级没有管控责任岗位 / nobody at the tier company answers for the risk event A1-1 (major risk)",
            "  风险事件“A1-6”没有任何管控措施 / the risk event A1-6 has no control measure",
            "  管控措施“M-06”在部室（车间）层级没有排查责任岗位 / no post checks the measure M-06 at the tier department or workshop",
            "  岗位“SAFETY”没有排查清单，也未确认无需清单 / the post SAFETY has no checklist, and nobody has confirmed that it needs none",
            "  岗位“CASHIER”没有排查清单，也未确认无需清单 / the post CASHIER has no checklist, and nobody has confirmed that it needs none",
            "2026-07 排查任务 / checks due in 2026-07: 35",
            "隐患 / hazard CL-OPERATOR/2026-07-06/M-02: 已销账 / closed out",
            "  ✓ 2026-07-06 08:30 加油员 登记 / register → 已登记 / registered",
            "  ✓ 2026-07-06 08:40 安全员 评估 / assess → 已评估 / assessed",
            "  ✓ 2026-07-06 08:55 加油员 即查即改 / fix on the spot → 即查即改待验收 / fixed on the spot, to be accepted",
            "  ✗ 2026-07-06 08:56 加油员 验收通过 / accept",
            "      hazard.actor.without-duty",
            "      hazard.person.not-apart",
            "  ✓ 2026-07-06 09:20 安全员 验收通过 / accept → 已验收 / accepted",
            "  ✓ 2026-07-06 09:25 安全员 销账 / close out → 已销账 / closed out",
            "  证据档案 / evidence file: ✓ 5 条 / entries",
            "隐患 / hazard H-2026-001: 已销账 / closed out",
            "  ✓ 2026-07-07 09:00 安全员 登记 / register → 已登记 / registered",
            "  ✗ 2026-07-07 09:05 站长 销账 / close out",
            "      hazard.action.not-now",
            "  ✓ 2026-07-07 09:10 加油员 采取临时措施 / take interim measures → 已登记 / registered",
            "  ✓ 2026-07-07 09:20 加油员 提请判定为重大隐患 / propose as major → 已登记 / registered",
            "  ✗ 2026-07-07 09:30 安全员 评估 / assess",
            "      hazard.grade.lowered-without-reason",
            "  ✓ 2026-07-07 10:00 安全员 评估 / assess → 已评估 / assessed",
            "  ✗ 2026-07-07 10:05 当班班长 即查即改 / fix on the spot",
            "      hazard.action.not-now",
            "  ✗ 2026-07-07 10:10 当班班长 开始治理 / start the rectification",
            "      hazard.step.missing",
            "  ✗ 2026-07-07 10:15 安全员 撤销（不是隐患） / dismiss as no hazard",
            "      hazard.action.not-now",
            "  ✗ 2026-07-07 11:00 站长 制定治理方案 / plan the rectification",
            "      hazard.fact.missing",
            "      hazard.fact.missing",
            "      hazard.fact.missing",
            "      hazard.fact.missing",
            "      hazard.fact.missing",
            "      hazard.fact.missing",
            "  ✓ 2026-07-07 11:30 站长 制定治理方案 / plan the rectification → 已评估 / assessed",
            "  ✓ 2026-07-07 14:00 当班班长 开始治理 / start the rectification → 治理中 / being rectified",
            "  ✓ 2026-07-08 09:00 当班班长 监控 / monitor → 治理中 / being rectified",
            "  ✓ 2026-07-08 10:00 安全员 挂牌督办 / list for supervision → 治理中 / being rectified",
            "  ✓ 2026-07-09 09:00 安全员 公布挂牌督办 / publish the listing → 治理中 / being rectified",
            "  ✓ 2026-07-10 10:00 安全员 完成督办节点 / reach a milestone → 治理中 / being rectified",
            "  ✗ 2026-07-15 16:00 站长 制定治理方案 / plan the rectification",
            "      hazard.deadline.moved",
            "  ✓ 2026-07-15 16:10 当班班长 申请延期 / ask for an extension → 治理中 / being rectified",
            "  ✗ 2026-07-15 16:20 当班班长 批准延期 / grant the extension",
            "      hazard.actor.without-duty",
            "      hazard.person.not-apart",
            "  ✓ 2026-07-15 17:00 站长 批准延期 / grant the extension → 治理中 / being rectified",
            "  ✓ 2026-07-16 09:00 安全员 申请延长督办期限 / ask for an extension of the listing → 治理中 / being rectified",
            "  ✓ 2026-07-17 10:00 安全员 批准延长督办期限 / grant the extension of the listing → 治理中 / being rectified",
            "  ✓ 2026-07-22 16:00 当班班长 提请验收 / submit for acceptance → 已治理待验收 / rectified, to be accepted",
            "  ✗ 2026-07-22 16:10 安全员 验收通过 / accept",
            "      hazard.person.not-apart",
            "      hazard.person.not-apart",
            "  ✓ 2026-07-23 09:00 站长 验收不通过 / reject → 治理中 / being rectified",
            "  ✓ 2026-07-23 15:00 当班班长 提请验收 / submit for acceptance → 已治理待验收 / rectified, to be accepted",
            "  ✓ 2026-07-23 16:00 安全员 完成督办节点 / reach a milestone → 已治理待验收 / rectified, to be accepted",
            "  ✓ 2026-07-24 09:00 站长 验收通过 / accept → 已验收 / accepted",
            "  ✗ 2026-07-24 09:10 站长 销账 / close out",
            "      hazard.step.missing",
            "      hazard.step.missing",
            "      hazard.listing.open",
            "      hazard.suspension.open",
            "  ✓ 2026-07-24 10:00 安全员 向监管部门报告 / report to the regulator → 已验收 / accepted",
            "  ✓ 2026-07-24 10:30 安全员 向从业人员通报 / inform the employees → 已验收 / accepted",
            "  ✓ 2026-07-24 11:00 安全员 评估恢复条件 / assess the resumption → 已验收 / accepted",
            "  ✗ 2026-07-24 11:10 安全员 决定恢复或永久停用 / decide on the resumption",
            "      hazard.person.not-apart",
            "  ✓ 2026-07-24 11:30 站长 决定恢复或永久停用 / decide on the resumption → 已验收 / accepted",
            "  ✗ 2026-07-24 11:40 站长 销账 / close out",
            "      hazard.listing.open",
            "  ✓ 2026-07-27 10:00 安全员 摘牌 / delist → 已验收 / accepted",
            "  ✓ 2026-07-27 11:00 站长 销账 / close out → 已销账 / closed out",
            "  ✓ 2026-07-28 09:00 安全员 公布摘牌 / publish the delisting → 已销账 / closed out",
            "  ✗ 2026-07-28 10:00 当班班长 监控 / monitor",
            "      hazard.action.not-now",
            "  证据档案 / evidence file: ✓ 26 条 / entries",
            "已送达报告 / reports delivered: 31",
            "日志 / journal: ✓ 31 条 / entries",
            "改动一个字节之后 / after one byte was changed: ✗ 第16行 / line 16: journal.hash.wrong",
            "→ index.html");
  }

  @Test
  void theJournalItWritesVerifiesReplaysAndNamesNobody() throws IOException {
    run("--out", result.toString());

    byte[] journal = Files.readAllBytes(result.resolve("journal.txt"));
    Checkpoint heads = Checkpoint.parse(Files.readString(result.resolve("journal-heads.txt")));
    JournalFile file = new JournalFile(HashAlgorithm.sha256());
    assertThat(file.verify(journal, heads)).isEqualTo(new Verification.Sound(31, heads));
    assertThat(file.verify(withoutLastLine(journal), heads).isSound()).isFalse();

    Map<String, List<JournalEntry>> chains = new TreeMap<>();
    new String(journal, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split(" ", 2))
        .map(parts -> JournalEntry.of(parts[1], parts[0]))
        .forEach(
            entry ->
                chains.computeIfAbsent(entry.fact().subject(), s -> new ArrayList<>()).add(entry));
    assertThat(chains.values().stream().map(HazardJournal::replay))
        .hasSize(2)
        .extracting(Hazard::state)
        .containsOnly(HazardState.CLOSED);
    assertThat(result)
        .isDirectoryRecursivelyContaining("glob:**/journal.txt")
        .satisfies(folder -> assertThat(everything(folder)).doesNotContain("示例人员"));
  }

  @Test
  void everyHazardLeavesAnEvidenceFileThatVerifies() throws IOException {
    run("--out", result.toString());

    Checkpoint heads = Checkpoint.parse(Files.readString(result.resolve("journal-heads.txt")));
    EvidenceFile evidence =
        new EvidenceFile(List.of(HazardLifeCycle.published()), HashAlgorithm.sha256());
    byte[] major = Files.readAllBytes(result.resolve("evidence-2.html"));
    assertThat(evidence.verify(major, heads))
        .isInstanceOfSatisfying(
            EvidenceVerification.Sound.class,
            sound -> {
              assertThat(sound.hazard().state()).isEqualTo(HazardState.CLOSED);
              assertThat(sound.hazard().isUnverified()).isFalse();
              SupervisedListing listing = sound.hazard().listing().orElseThrow();
              assertThat(listing.extensions()).isEqualTo(1);
              assertThat(listing.openMilestones()).isEmpty();
              assertThat(listing.delisted()).isPresent();
            });
    assertThat(evidence.verify(Files.readAllBytes(result.resolve("evidence-1.html")), heads))
        .isInstanceOf(EvidenceVerification.Sound.class);
    major[major.length / 2] ^= 1;
    assertThat(evidence.verify(major, heads)).isInstanceOf(EvidenceVerification.Broken.class);
    assertThat(Files.readString(result.resolve("index.html")))
        .contains("href=\"evidence-1.html\"", "href=\"evidence-2.html\"");
  }

  @Test
  void everyReportIsInTheFolderOnceAndProvesItself() throws IOException {
    run("--out", result.toString());
    run("--out", result.toString());

    EnvelopeDocument document = new EnvelopeDocument();
    List<ReportEnvelope> reports = new ArrayList<>();
    try (Stream<Path> files = Files.list(result.resolve("reports"))) {
      for (Path file : files.toList()) {
        reports.add(document.read(Files.readString(file)));
      }
    }
    assertThat(reports).hasSize(31);
    assertThat(reports.stream().filter(report -> report.subject().equals("hazard/H-2026-001")))
        .extracting(ReportEnvelope::sequence)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 26).boxed().toList());
    ReportEnvelope last =
        reports.stream().max(Comparator.comparing(ReportEnvelope::sequence)).orElseThrow();
    assertThat(last.body())
        .contains("\"state\":\"CLOSED\"", "\"major\":true", "\"deadline\":\"2026-07-25\"")
        .doesNotContain("person", "SHA-256");
  }

  @Test
  void thePageTellsItTooAndTrustsNoText() throws IOException {
    edit("attempts.csv", "自己看过，没有渗漏", "<b>x</b>");

    assertThat(run("--data", data.toString(), "--out", result.toString())).isZero();

    assertThat(Files.readString(result.resolve("index.html")))
        .contains(
            "id=\"holes\"", "id=\"tasks\"", "id=\"hazards\"", "id=\"reports\"", "id=\"journal\"")
        .contains("&lt;b&gt;x&lt;/b&gt;", "journal.hash.wrong", "安监总局令第16号")
        .doesNotContain("<b>x", "<script", "http://", "https://");
  }

  @Test
  void everyFileBesideTheRegisterMayBeMissing() throws IOException {
    for (String file : FILES.subList(1, FILES.size())) {
      Files.delete(data.resolve(file));
      assertThat(run("--data", data.toString(), "--out", result.toString()))
          .as(file)
          .isEqualTo(NEEDED_BY_OTHERS.contains(file) ? 2 : 0);
      Files.copy(
          Quickstart.class.getResourceAsStream("/petrol-station/" + file), data.resolve(file));
    }
    for (String file : FILES.subList(1, FILES.size())) {
      Files.delete(data.resolve(file));
    }
    assertThat(run("--data", data.toString(), "--out", result.toString())).isZero();
    try (Stream<Path> files = Files.list(result)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("graded-risks.csv", "index.html", "reports");
    }
    assertThat(result.resolve("reports")).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "posts.csv | CASHIER,收银员,便利店,no | CASHIER,收银员,便利店,maybe | posts.csv:6: no_list_confirmed = \"maybe\": table.cell.code",
        "responsibility.csv | CHECK,TEAM,,FOREMAN | CHECK,TEAM,罐区,FOREMAN | responsibility.csv:5: risk_unit = \"罐区\": story.risk-unit.unknown",
        "responsibility.csv | CHECK,TEAM,,FOREMAN | CHECK,POST,,FOREMAN | responsibility.csv:6: duty = \"CHECK\": table.row.duplicate",
        "measures.csv | 静电接地是否可靠连接，卸油期间是否有人值守 | '' | measures.csv:2: check = \"\": story.check.missing",
        "check-plans.csv | 7,DAY | 7.5,DAY | check-plans.csv:3: every = \"7.5\": story.cycle",
        "check-plans.csv | FOREMAN,7 | MANAGER,7 | check-plans.csv:3: post = \"MANAGER\": story.plan.nothing-to-check",
        "checks.csv | 2号加油机软管接头渗漏 | '' | checks.csv:3: text = \"\": story.text.missing",
        "checks.csv | M-05,CONFORMING | M-99,CONFORMING | checks.csv:2: list = \"CL-OPERATOR\": check.item.unanswered",
        "checks.csv | CL-FOREMAN,2026-07-06 | CL-FOREMAN,2026-07-07 | checks.csv:6: list = \"CL-FOREMAN\": story.check.not-due",
        "attempts.csv | 2026-07-06T08:40:00+08:00 | 2026-07-06T08:40:00 | attempts.csv:2: at = \"2026-07-06T08:40:00\": table.cell.instant",
        "attempts.csv | grade=GENERAL | level=GENERAL | attempts.csv:2: evidence",
      })
  void aFaultInAnyFileRefusesEverything(String file, String was, String is, String fault)
      throws IOException {
    edit(file, was, is);

    assertThat(run("--data", data.toString(), "--out", result.toString())).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(fault)
        .contains("nothing was written");
    assertThat(result).doesNotExist();
  }

  private void edit(String file, String was, String is) throws IOException {
    Path path = data.resolve(file);
    String before = Files.readString(path);
    assertThat(before).contains(was);
    Files.writeString(path, before.replace(was, is));
  }

  private int run(String... args) {
    out.reset();
    err.reset();
    return new Quickstart(
            InstantSource.fixed(Instant.parse("2026-07-15T00:00:00Z")),
            ZoneId.of("Asia/Shanghai"),
            new Salts()::next,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(args);
  }

  /** Different each time, the same in each run. */
  private static final class Salts {
    private byte last;

    byte[] next() {
      byte[] salt = new byte[16];
      salt[0] = ++last;
      return salt;
    }
  }

  /** A line of the console without the sentences of a refusal and without the folder. */
  private static String withoutSentences(String line) {
    return line.replaceAll("(: |^ {6})([a-z]+\\.[a-z.-]+): .*", "$1$2")
        .replaceAll("→ .*/index.html", "→ index.html");
  }

  private static byte[] withoutLastLine(byte[] journal) {
    String text = new String(journal, StandardCharsets.UTF_8);
    int cut = text.lastIndexOf('\n', text.length() - 2) + 1;
    return text.substring(0, cut).getBytes(StandardCharsets.UTF_8);
  }

  private static String everything(Path folder) {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return text.toString();
  }
}
