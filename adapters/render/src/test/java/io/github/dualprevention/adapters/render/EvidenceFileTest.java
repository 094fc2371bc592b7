package io.github.dualprevention.adapters.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.html.HtmlEscapers;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardGrade;
import io.github.dualprevention.core.hazard.HazardState;
import io.github.dualprevention.core.hazard.ImportedHazard;
import io.github.dualprevention.core.journal.Checkpoint;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.Opening;
import io.github.dualprevention.core.table.TableVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a file tells, and that nothing else than its chain is proved. */
class EvidenceFileTest {

  private static final HashAlgorithm SHA_256 = HashAlgorithm.sha256();
  private static final ZoneId SHANGHAI = SampleChain.SHANGHAI;
  private static final EvidenceFile FILE = EvidenceFile.published();

  private static final SampleChain GENERAL = SampleChain.general();
  private static final EvidenceVerification.Sound MAJOR = Golden.sound();
  private static final String GENERAL_TEXT = text(GENERAL);
  private static final String UNNAMED_TEXT = text(FILE.write(GENERAL.ledger, GENERAL.id));
  private static final String MAJOR_TEXT = text(FILE.write(MAJOR, SHANGHAI));

  @Test
  void aFileIsSoundWithTheHazardTheHeadAndTheNamesOfItsChain() {
    List<JournalEntry> chain = GENERAL.entries();

    assertThat(FILE.verify(bytes(GENERAL_TEXT)))
        .isInstanceOfSatisfying(
            EvidenceVerification.Sound.class,
            sound -> {
              assertThat(sound.chain()).isEqualTo(chain).hasSize(12);
              assertThat(sound.head())
                  .isEqualTo(new Checkpoint.Head(12, chain.get(chain.size() - 1).hash()));
              assertThat(sound.hazard()).isEqualTo(GENERAL.hazard());
              assertThat(sound.openings().values())
                  .extracting(Opening::text)
                  .containsExactly("示例人员甲", "示例人员乙", "示例人员丙", "示例人员丁");
              assertThat(sound.missingTables()).isEmpty();
            });
  }

  @Test
  void isWrittenFromALedgerInItsZoneAndNamesThoseWhoAreAskedFor() {
    Commitment rectifier = GENERAL.person("示例人员丙");
    byte[] unnamed = FILE.write(GENERAL.ledger, GENERAL.id);
    byte[] one = FILE.write(GENERAL.ledger, GENERAL.id, rectifier::equals);

    assertThat(text(unnamed))
        .doesNotContain("示例人员")
        .contains("not opened", "2026-07-01 08:30:00 +08:00");
    assertThat(text(one)).contains("示例人员丙").doesNotContain("示例人员甲", "示例人员乙", "示例人员丁");
    assertThat(List.of(unnamed, one)).allMatch(file -> FILE.verify(file).isSound());
    assertThat(text(FILE.write(GENERAL.ledger, GENERAL.id, person -> true)))
        .isEqualTo(GENERAL_TEXT);
  }

  @Test
  void refusesAHazardOfWhichNothingIsRecorded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FILE.write(GENERAL.ledger, "示例-G2"))
        .withMessage("hazardId must be recorded, but was: 示例-G2");
  }

  @Test
  void doesNotNameWhoWasErased() {
    SampleChain chain =
        new SampleChain("示例-E1").act("示例人员甲", HazardAction.REGISTER, registration());
    Commitment person = chain.person("示例人员甲");
    assertThat(text(chain)).contains("示例人员甲");
    chain.ledger.persons().erase(person);

    assertThat(text(FILE.write(chain.ledger, chain.id, anybody -> true)))
        .doesNotContain("示例人员甲")
        .contains(person.value());
  }

  /** What the verifier writes is what the writer wrote, as long as nobody has touched it. */
  @Test
  void theVerifierWritesTheSameFileFromTheVerifiedLines() {
    assertThat(text(FILE.write(sound(GENERAL_TEXT), SHANGHAI))).isEqualTo(GENERAL_TEXT);
  }

  @Test
  void alteredTextIsNotProvedAndNotShownByTheVerifier() {
    String altered =
        GENERAL_TEXT
            .replaceFirst("示例：漏换一处", "示例：没有遗漏")
            .replaceFirst("已评估", "已销账")
            .replaceFirst("示例人员乙", "示例人员庚");

    assertThat(altered).contains("没有遗漏", "已销账", "示例人员庚");
    assertThat(sound(altered)).isEqualTo(sound(GENERAL_TEXT));
    assertThat(text(FILE.write(sound(altered), SHANGHAI))).isEqualTo(GENERAL_TEXT);
  }

  @Test
  void sumsUpTheHazardAndMarksWhatWasCorrected() {
    assertThat(part(MAJOR_TEXT, "summary"))
        .contains("示例：储罐液位联锁失效", "示例：罐区T-102", "corrected by step 7", "示例：罐号写错")
        .contains("专业性排查", "已销账", "closed out", "重大隐患", "2026-09-30", "HAZARD:CN@1", "delisted")
        .doesNotContain("T-101");
    assertThat(part(GENERAL_TEXT, "summary"))
        .contains("示例：三层平台", "corrected by step 3", "一般隐患", "示例-平台", "已评估");
  }

  @Test
  void sumsUpTheListing() {
    assertThat(part(MAJOR_TEXT, "listing"))
        .contains("CITY", "示例市应急管理局", "示例督办〔2026〕7号", "示例岗位-丁", "2026-12-31")
        .containsPattern("2026-08-01.*reached")
        .containsPattern("2026-09-01.*open");
    assertThat(GENERAL_TEXT).doesNotContain("<section id=\"listing\">");
  }

  @Test
  void sumsUpWhatStandsStillAndWhatIsListed() {
    String text = text(MAJOR.chain().subList(0, 12));

    assertThat(part(text, "summary")).contains("自2026-07-07 08:30:00 +08:00起", "督办中");
    assertThat(part(MAJOR_TEXT, "summary")).doesNotContain("since then");
  }

  @Test
  void saysThatACloseOutOfAnotherLedgerIsUnverified() {
    SampleChain chain = new SampleChain("示例-I1").take("示例人员甲", imported("示例-I1"));

    assertThat(part(text(chain), "summary")).contains("yes: closed in another ledger");
    assertThat(part(text(chain), "entries")).contains("by no line of the life cycle");
    assertThat(GENERAL_TEXT).doesNotContain("yes: closed in another ledger");
  }

  private static ImportedHazard imported(String id) {
    return new ImportedHazard(
        id,
        HazardState.CLOSED,
        Optional.of(new HazardGrade("GENERAL", false)),
        Map.of(
            HazardFact.SOURCE, "示例台账",
            HazardFact.WHAT, "示例",
            HazardFact.WHERE, "示例",
            HazardFact.CLOSED_ON, "2026-05-01"));
  }

  @Test
  void tellsOfEachStepWhoDidWhatWhenAndUnderWhichClause() {
    assertThat(article(MAJOR_TEXT, 9))
        .contains("第9条（步骤8）制定治理方案", "Entry 9 (step 8): plan the rectification")
        .contains("2026-07-09 08:30:00 +08:00", "2026-07-09 08:31:15 +08:00")
        .contains("示例岗位-丙", "示例人员丙", GENERAL.person("示例人员丙").value().substring(8, 20) + "…")
        .contains("HAZARD:CN@1", "安全生产事故隐患排查治理暂行规定（安监总局令第16号）", "art. 15", "prescribed")
        .contains("应急预案", "the contingency plan", "示例：倒罐预案", "120000.5");
    assertThat(article(MAJOR_TEXT, 1)).contains("SAMPLE:OWN@1", "已由步骤7更正", "示例：罐区T-101");
  }

  @Test
  void tellsOfAnEntryThatIsNoStepWhatItHolds() {
    assertThat(article(MAJOR_TEXT, 3))
        .contains("第3条", "notice.sent", "channel", "示例：电话", "recipient", "person 3");
  }

  @Test
  void saysWhereALineWasWeakenedAndWhereNoLineAllowsAStep() {
    JournalEntry first = GENERAL.entries().get(0);
    Fact weakened =
        copy(first.fact(), first.fact().kind()).value("weakened", "ACCEPTOR_RECTIFIED").build();
    String text = text(List.of(entry(weakened, Optional.empty())));

    assertThat(article(text, 1)).contains("weakened rules", "验收人可以是治理人", "ACCEPTOR_RECTIFIED");
    assertThat(article(GENERAL_TEXT, 1)).doesNotContain("weakened rules");

    Fact jump = copy(first.fact(), "hazard.monitor").build();
    String jumped = text(List.of(entry(jump, Optional.empty())));

    assertThat(article(jumped, 1)).contains("no line of this edition allows this step");
    assertThat(GENERAL_TEXT).doesNotContain("no line of this edition allows this step");
  }

  /** The same fact as one of another kind. */
  private static Fact.Builder copy(Fact fact, String kind) {
    Fact.Builder copy = Fact.about(fact.subject(), kind, fact.occurred());
    fact.post().ifPresent(copy::post);
    fact.person().ifPresent(copy::person);
    fact.table().ifPresent(copy::table);
    fact.values().forEach(copy::value);
    fact.personal().forEach(copy::personal);
    return copy;
  }

  @Test
  void namesNobodyWhoseCommitmentIsNotOpened() {
    String text = text(FILE.write(GENERAL.entries(), person -> Optional.empty(), SHANGHAI));

    assertThat(text).doesNotContain("示例人员").contains("not opened");
    assertThat(FILE.verify(bytes(text)).isSound()).isTrue();
    assertThat(part(GENERAL_TEXT, "persons")).contains("示例人员甲", "示例人员丁");
  }

  @Test
  void anotherZoneOtherNamesAndOtherClausesMakeAnotherFileThatIsSoundToo() {
    List<JournalEntry> chain = GENERAL.entries();
    EvidenceFile clauseless = FILE.withLifeCycles();
    List<byte[]> files =
        List.of(
            FILE.write(chain, GENERAL::open, ZoneId.of("America/Sao_Paulo")),
            FILE.write(chain, person -> Optional.empty(), SHANGHAI),
            clauseless.write(chain, GENERAL::open, SHANGHAI));

    assertThat(files)
        .doesNotContain(bytes(GENERAL_TEXT))
        .doesNotHaveDuplicates()
        .allMatch(file -> FILE.verify(file).isSound());
    assertThat(text(files.get(0))).contains("2026-06-30 21:30:00 -03:00");
    assertThat(text(files.get(2)))
        .contains("the clauses of this edition are not in this file")
        .doesNotContain("一般隐患");
  }

  /** A regulator may not have the enterprise's own edition; the chain is proved without it. */
  @Test
  void namesTheLifeCyclesThatTheVerifierDoesNotHave() {
    EvidenceFile clauseless = FILE.withLifeCycles();

    assertThat(clauseless.verify(bytes(MAJOR_TEXT)))
        .isInstanceOfSatisfying(
            EvidenceVerification.Sound.class,
            sound -> {
              assertThat(sound.missingTables())
                  .extracting(TableVersion::toString)
                  .containsExactly("SAMPLE:OWN@1", "HAZARD:CN@1");
              assertThat(sound.chain()).isEqualTo(MAJOR.chain());
              assertThat(sound.hazard()).isEqualTo(MAJOR.hazard());
              assertThat(text(FILE.write(sound, SHANGHAI))).isEqualTo(MAJOR_TEXT);
            });
  }

  /** An informant who has registered a hazard must not be found by anything in its file. */
  @Test
  void neverNamesWhoHasRegisteredWhatAnInformantHasTold() {
    SampleChain chain = told("WHISTLEBLOW");
    String text = text(chain);
    String salt = chain.open(chain.person("示例人员甲")).orElseThrow().salt();

    assertThat(text)
        .doesNotContain("示例人员甲", salt, "示例人员戊")
        .contains("示例人员乙", "told by an informant, never opened");
    assertThat(FILE.verify(bytes(text)).isSound()).isTrue();
    assertThat(text(told("DAILY"))).contains("示例人员甲", salt, "示例人员戊");
  }

  /** Who was registered under a wrong origin is protected as soon as it is corrected. */
  @Test
  void neverNamesAnInformantWhoWasFoundOutLater() {
    SampleChain chain =
        told("DAILY")
            .act(
                "示例人员乙",
                HazardAction.CORRECT,
                Map.of(
                    HazardFact.CORRECTS, "1",
                    HazardFact.ORIGIN, "WHISTLEBLOW",
                    HazardFact.REASON, "示例：实为举报"));

    assertThat(text(chain)).doesNotContain("示例人员甲", "示例人员戊").contains("示例人员乙");
  }

  @Test
  void findsAnInformantWhoWasOpenedAfterwards() {
    SampleChain chain = told("WHISTLEBLOW");
    Opening opening = chain.open(chain.person("示例人员甲")).orElseThrow();
    String line = chain.person("示例人员甲") + " " + opening.salt() + " " + opening.text() + "\n";

    assertThat(
            code(
                FILE.verify(
                    bytes(
                        text(chain)
                            .replace(
                                "<pre id=\"openings\">\n", "<pre id=\"openings\">\n" + line)))))
        .isEqualTo("evidence.opening.wrong");
  }

  /** The informant has registered it and monitors it too; somebody else stands in a notice. */
  private static SampleChain told(String origin) {
    return new SampleChain("示例-W1")
        .act(
            "示例人员甲",
            HazardAction.REGISTER,
            Map.of(
                HazardFact.WHAT, "示例：安全出口上锁",
                HazardFact.WHERE, "示例：一号车间",
                HazardFact.ORIGIN, origin))
        .tell("notice.received", Map.of("channel", "示例：信件"), Map.of("sender", "示例人员戊"))
        .act("示例人员甲", HazardAction.MONITOR, Map.of(HazardFact.OBSERVATION, "示例：仍上锁"))
        .act("示例人员乙", HazardAction.MONITOR, Map.of(HazardFact.OBSERVATION, "示例：仍上锁"));
  }

  @Test
  void anAwkwardTextChangesNothingAroundItAndComesBackExactly() {
    String text = text(observed(SampleChain.AWKWARD_TEXT));

    assertThat(FILE.verify(bytes(text)).isSound()).isTrue();
    assertThat(text)
        .doesNotContain("<script", "\r")
        .contains("&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt; 𠮷😀", "\\u202E反");
    assertThat(lines(text))
        .isEqualTo(
            observed(SampleChain.AWKWARD_TEXT).entries().stream()
                .map(JournalEntry::toString)
                .toList());
  }

  @Property(tries = 200)
  void anyTextComesBackExactly(@ForAll("texts") String text) {
    SampleChain chain = observed(text);
    String file = text(chain);

    assertThat(FILE.verify(bytes(file)).isSound()).isTrue();
    assertThat(lines(file))
        .isEqualTo(chain.entries().stream().map(JournalEntry::toString).toList());
    assertThat(file.replaceAll("(?s)<bdi>[^<]*</bdi>", ""))
        .contains("<pre id=\"journal\">")
        .doesNotContain("<script", "\r");
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "\r",
            "\n",
            "\t",
            "\r\n",
            "<",
            ">",
            "&",
            "&amp;",
            "&#13;",
            "&lt;",
            "\"",
            "'",
            "\\",
            "\\n",
            "</pre>",
            "</pre>\n",
            "<pre id=\"journal\">\n",
            "<!--",
            "]]>",
            "😀",
            "𠮷",
            "\u202e",
            "\u2028",
            "\u00a0",
            "\ufeff",
            "示例",
            " ",
            "<script>");
    return pieces.list().ofMaxSize(12).map(list -> "示例" + String.join("", list) + "。");
  }

  private static SampleChain observed(String text) {
    return new SampleChain("示例-A<b>&1")
        .act(
            "示例人员甲",
            HazardAction.REGISTER,
            Map.of(HazardFact.WHAT, text, HazardFact.WHERE, text, HazardFact.ORIGIN, "DAILY"))
        .act("示例人员甲", HazardAction.MONITOR, Map.of(HazardFact.OBSERVATION, text));
  }

  /** The journal as a browser gives it, by hand. */
  private static List<String> lines(String text) {
    Matcher block = Pattern.compile("(?s)<pre id=\"journal\">\n(.*?)</pre>").matcher(text);
    assertThat(block.find()).isTrue();
    return block
        .group(1)
        .lines()
        .map(
            line ->
                line.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&"))
        .toList();
  }

  @Test
  void anOpeningOfSeveralLinesComesBackExactly() {
    SampleChain chain =
        new SampleChain("示例-N1").act("示例人员\r\n<b>\n\t甲", HazardAction.REGISTER, registration());
    String text = text(chain);

    assertThat(FILE.verify(bytes(text)).isSound()).isTrue();
    assertThat(text).contains("示例人员&#13;&#10;&lt;b&gt;&#10;\t甲\n</pre>");
  }

  private static Map<HazardFact, String> registration() {
    return Map.of(HazardFact.WHAT, "示例", HazardFact.WHERE, "示例", HazardFact.ORIGIN, "DAILY");
  }

  @Test
  void whatIsNoEvidenceIsUnreadable() {
    byte[] notUtf8 = bytes(GENERAL_TEXT);
    notUtf8[notUtf8.length / 2] = (byte) 0xFF;

    assertThat(
            List.of(
                notUtf8,
                new byte[0],
                bytes("<html></html>"),
                bytes(GENERAL_TEXT.replace("<pre id=\"journal\">", "<pre>")),
                bytes(GENERAL_TEXT.replace("</pre>", ""))))
        .extracting(file -> code(FILE.verify(file)))
        .containsOnly("evidence.file.unreadable");
  }

  /** No reader and no program may take other lines for the evidence than the verifier does. */
  @Test
  void aFileWithFurtherLinesIsUnreadableWhereverTheyStand() {
    String journal = block("journal");
    String openings = block("openings");
    String forged = journal.replace("示例", "假例");

    assertThat(
            List.of(
                GENERAL_TEXT + GENERAL_TEXT,
                GENERAL_TEXT.replace(journal, journal + journal),
                GENERAL_TEXT.replace(journal, journal + forged),
                GENERAL_TEXT.replace(journal, forged + journal),
                GENERAL_TEXT.replace(journal, "<!--\n" + journal + "-->\n" + forged),
                GENERAL_TEXT.replace("<main>", "<main>\n<div hidden>" + forged + "</div>"),
                GENERAL_TEXT.replace("<main>", "<main>\n<!--\n" + forged + "-->"),
                GENERAL_TEXT.replace("<main>", "<main>\n<PRE ID='journal'>\n</PRE>"),
                GENERAL_TEXT.replace("<main>", "<main>\n<pre>\n</pre>"),
                GENERAL_TEXT.replace(openings, openings + openings),
                GENERAL_TEXT.replace(
                    "<pre id=\"journal\">\n", "<pre id=\"journal\">\n<pre id=\"journal\">\n"),
                GENERAL_TEXT.replace("<pre id=\"openings\">", "<pre id=\"journal\">"),
                GENERAL_TEXT.replace("<pre id=\"openings\">", " <pre id=\"openings\">")))
        .extracting(file -> code(FILE.verify(bytes(file))))
        .containsOnly("evidence.file.unreadable");
  }

  @Test
  void oneBlockWithinTheOtherIsFound() {
    String openings = block("openings");
    String without = GENERAL_TEXT.replace(openings, "");

    assertThat(
            code(
                FILE.verify(
                    bytes(
                        without.replace(
                            "<pre id=\"journal\">\n", "<pre id=\"journal\">\n" + openings)))))
        .isEqualTo("journal.line.unreadable");
  }

  private static String block(String id) {
    int start = GENERAL_TEXT.indexOf("<pre id=\"" + id + "\">");
    return GENERAL_TEXT.substring(start, GENERAL_TEXT.indexOf("</pre>\n", start) + 7);
  }

  /** A browser would show other text than is verified, though it stands for the same line. */
  @Test
  void aLineThatIsEscapedOtherwiseIsFoundInItsLine() {
    SampleChain chain = observed(SampleChain.AWKWARD_TEXT);
    String text = text(chain);
    int start = text.indexOf("<pre id=\"journal\">");
    int first = lineOf(text, "<pre id=\"journal\">") + 1;
    String unescaped =
        text.substring(0, start) + text.substring(start).replaceFirst("&lt;script&gt;", "<script>");

    assertThat(code(FILE.verify(bytes(unescaped)))).isEqualTo("journal.line.unreadable");
    assertThat(line(FILE.verify(bytes(unescaped)))).isEqualTo(first);
  }

  @Test
  void anAlteredRemovedMovedOrInsertedEntryIsFoundInItsLine() {
    List<JournalEntry> chain = GENERAL.entries();
    int first = lineOf(UNNAMED_TEXT, "<pre id=\"journal\">") + 1;
    for (int at = 0; at < chain.size(); at++) {
      List<JournalEntry> removed = new ArrayList<>(chain);
      removed.remove(at);
      List<JournalEntry> doubled = new ArrayList<>(chain);
      doubled.add(at, chain.get(at));
      List<JournalEntry> moved = new ArrayList<>(chain);
      Collections.swap(moved, at, (at + 1) % chain.size());

      boolean tail = at == chain.size() - 1;
      assertThat(code(FILE.verify(with(removed))))
          .isEqualTo(tail ? "sound" : "journal.entry.out-of-place");
      assertThat(code(FILE.verify(with(removed), checkpoint(chain))))
          .isEqualTo(tail ? "journal.checkpoint.contradicted" : "journal.entry.out-of-place");
      assertThat(line(FILE.verify(with(removed), checkpoint(chain)))).isEqualTo(first + at);
      assertThat(line(FILE.verify(with(doubled)))).isEqualTo(first + at + 1);
      assertThat(line(FILE.verify(with(moved)))).isEqualTo(tail ? first : first + at);
    }
  }

  /** The same file with other lines of the journal. */
  private static byte[] with(List<JournalEntry> chain) {
    StringBuilder lines = new StringBuilder("<pre id=\"journal\">\n");
    chain.forEach(
        entry -> lines.append(HtmlEscapers.htmlEscaper().escape(entry.toString())).append('\n'));
    return bytes(
        UNNAMED_TEXT.replaceFirst(
            "(?s)<pre id=\"journal\">\n.*?(?=</pre>)", Matcher.quoteReplacement(lines.toString())));
  }

  @Test
  void aTruncatedFileIsFoundByACheckpointAndNotWithoutOne() {
    Checkpoint checkpoint = checkpoint(GENERAL.entries());
    for (int left = 1; left < GENERAL.entries().size(); left++) {
      byte[] cut = bytes(text(GENERAL.entries().subList(0, left)));

      assertThat(FILE.verify(cut).isSound()).isTrue();
      assertThat(code(FILE.verify(cut, checkpoint))).isEqualTo("journal.checkpoint.contradicted");
    }
    assertThat(FILE.verify(bytes(GENERAL_TEXT), checkpoint).isSound()).isTrue();
  }

  @Test
  void aChainThatIsHashedAnewIsFoundByACheckpointAndNotWithoutOne() {
    List<JournalEntry> forged = forged(GENERAL.entries(), 0, "fact.where", "示例：一层平台");
    byte[] file = bytes(text(forged));

    assertThat(FILE.verify(file).isSound()).isTrue();
    assertThat(code(FILE.verify(file, checkpoint(GENERAL.entries()))))
        .isEqualTo("journal.checkpoint.contradicted");
  }

  @Test
  void aCheckpointOfOtherHazardsShowsNothingAboutThisOne() {
    assertThat(FILE.verify(bytes(GENERAL_TEXT), checkpoint(MAJOR.chain())).isSound()).isTrue();
  }

  private static Checkpoint checkpoint(List<JournalEntry> chain) {
    JournalEntry head = chain.get(chain.size() - 1);
    return new Checkpoint(
        Map.of(head.fact().subject(), new Checkpoint.Head(head.number(), head.hash())));
  }

  @Test
  void wrongOpeningsAreRefusedAndFound() {
    Opening other = GENERAL.open(GENERAL.person("示例人员甲")).orElseThrow();
    Opening wrong = new Opening(other.salt(), "示例人员庚");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FILE.write(GENERAL.entries(), person -> Optional.of(wrong), SHANGHAI))
        .withMessageContaining("opening must open");
    String changed = GENERAL_TEXT.replace(other.salt() + " 示例人员甲", other.salt() + " 示例人员庚");
    String doubled = GENERAL_TEXT.replaceFirst("(?m)^(SHA-256:.*\n)", "$1$1");
    assertThat(code(FILE.verify(bytes(changed)))).isEqualTo("evidence.opening.wrong");
    assertThat(line(FILE.verify(bytes(changed)))).isEqualTo(firstDifference(GENERAL_TEXT, changed));
    assertThat(code(FILE.verify(bytes(GENERAL_TEXT.replace(other.salt() + " ", other.salt())))))
        .isEqualTo("evidence.opening.wrong");
    assertThat(code(FILE.verify(bytes(doubled)))).isEqualTo("evidence.opening.wrong");
    assertThat(line(FILE.verify(bytes(doubled)))).isEqualTo(firstDifference(GENERAL_TEXT, doubled));
  }

  @Test
  void sealsOfAnUntrustedAlgorithmOpenNothing() {
    EvidenceFile other = FILE.withAlgorithms(new OtherAlgorithm());

    assertThat(code(other.verify(bytes(GENERAL_TEXT)))).isEqualTo("journal.algorithm.unknown");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.write(GENERAL.ledger, GENERAL.id))
        .withMessageContaining("chain must be sound");
  }

  private static final class OtherAlgorithm implements HashAlgorithm {

    @Override
    public String id() {
      return "OTHER";
    }

    @Override
    public String hash(byte[] content) {
      return SHA_256.hash(content);
    }
  }

  @Test
  void aChainThatIsNotSoundOrNotOfOneHazardIsNotWritten() {
    List<JournalEntry> gap = new ArrayList<>(GENERAL.entries());
    gap.remove(2);
    List<JournalEntry> two = new ArrayList<>(GENERAL.entries());
    two.addAll(MAJOR.chain());

    for (List<JournalEntry> chain : List.of(gap, two, List.<JournalEntry>of())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FILE.write(chain, GENERAL::open, SHANGHAI));
    }
  }

  /** Sound chains all of them; what they say makes no hazard. */
  @Test
  void aFileWhoseEntriesMakeNoHazardIsFound() {
    Fact listed = copy(GENERAL.entries().get(0).fact(), "hazard.list").build();
    List<JournalEntry> second = List.of(entry(GENERAL.entries().get(1).fact(), Optional.empty()));
    List<JournalEntry> noLevel = List.of(entry(listed, Optional.empty()));
    List<JournalEntry> two = new ArrayList<>(GENERAL.entries());
    two.addAll(MAJOR.chain());

    assertThat(List.of(second, noLevel, two, List.<JournalEntry>of()))
        .extracting(chain -> code(FILE.verify(with(chain))))
        .containsOnly("evidence.chain.wrong");
  }

  /** Chains that are sound and hold values which no life cycle would have let in. */
  @Test
  void aForgedValueIsAReasonOrCanBeShown() {
    List<JournalEntry> chain = MAJOR.chain();
    int sound = 0;
    for (int at = 0; at < chain.size(); at++) {
      for (String name : chain.get(at).fact().values().keySet()) {
        EvidenceVerification verification = FILE.verify(with(forged(chain, at, name, "?")));

        if (verification instanceof EvidenceVerification.Sound forged) {
          assertThat(text(FILE.write(forged, SHANGHAI))).contains("<bdi>?</bdi>");
          sound++;
        } else {
          assertThat(code(verification)).isEqualTo("evidence.chain.wrong");
        }
      }
    }
    assertThat(sound).isGreaterThan(30);
  }

  /** What is sound can be shown in every zone, so that no page can fail at its writing. */
  @Test
  void aMomentThatSomeZoneCannotShowIsAReason() {
    Fact first = GENERAL.entries().get(0).fact();
    String line = entry(first, Optional.empty()).line();
    String occurred = "occurred:" + first.occurred();
    String recorded = "recorded:2026-09-01T00:00:00Z";

    assertThat(
            List.of(
                line.replace(occurred, "occurred:-999999999-01-01T01:00:00Z"),
                line.replace(recorded, "recorded:+999999999-12-31T23:00:00Z")))
        .doesNotContain(line)
        .extracting(moved -> JournalEntry.of(moved, SHA_256.hash(bytes(moved))))
        .extracting(entry -> code(FILE.verify(with(List.of(entry)))))
        .containsOnly("evidence.chain.wrong");
  }

  private static List<JournalEntry> forged(
      List<JournalEntry> chain, int at, String name, String value) {
    List<JournalEntry> forged = new ArrayList<>();
    Optional<JournalEntry> before = Optional.empty();
    for (int i = 0; i < chain.size(); i++) {
      Fact fact = chain.get(i).fact();
      Fact other = i == at ? copy(fact, fact.kind()).value(name, value).build() : fact;
      JournalEntry entry = entry(other, before);
      forged.add(entry);
      before = Optional.of(entry);
    }
    return forged;
  }

  private static JournalEntry entry(Fact fact, Optional<JournalEntry> before) {
    return JournalEntry.after(before, fact, Instant.parse("2026-09-01T00:00:00Z"), SHA_256);
  }

  private static String text(SampleChain chain) {
    return text(FILE.write(chain.entries(), chain::open, SHANGHAI));
  }

  private static EvidenceVerification.Sound sound(String text) {
    return (EvidenceVerification.Sound) FILE.verify(bytes(text));
  }

  private static String text(List<JournalEntry> chain) {
    return text(FILE.write(chain, GENERAL::open, SHANGHAI));
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** One section of the document. */
  private static String part(String text, String id) {
    int start = text.indexOf("<section id=\"" + id + "\">");
    assertThat(start).isPositive();
    return text.substring(start, text.indexOf("</section>", start));
  }

  private static String article(String text, int number) {
    return part(text, "entries").split("<article>")[number];
  }

  private static String code(EvidenceVerification verification) {
    return verification instanceof EvidenceVerification.Broken broken
        ? broken.reason().code()
        : "sound";
  }

  private static long line(EvidenceVerification verification) {
    return verification instanceof EvidenceVerification.Broken broken ? broken.line() : 0;
  }

  private static int lineOf(String text, String line) {
    return text.lines().toList().indexOf(line) + 1;
  }

  private static int firstDifference(String text, String other) {
    List<String> lines = text.lines().toList();
    List<String> others = other.lines().toList();
    int line = 0;
    while (lines.get(line).equals(others.get(line))) {
      line++;
    }
    return line + 1;
  }
}
