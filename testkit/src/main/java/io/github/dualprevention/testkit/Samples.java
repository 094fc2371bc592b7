package io.github.dualprevention.testkit;

import io.github.dualprevention.core.calendar.StatutoryCalendar;
import io.github.dualprevention.core.hazard.GovernancePlan;
import io.github.dualprevention.core.hazard.Hazard;
import io.github.dualprevention.core.hazard.HazardAction;
import io.github.dualprevention.core.hazard.HazardCommand;
import io.github.dualprevention.core.hazard.HazardFact;
import io.github.dualprevention.core.hazard.HazardLifeCycle;
import io.github.dualprevention.core.hazard.HazardOrigin;
import io.github.dualprevention.core.hazard.HazardSummary;
import io.github.dualprevention.core.hazard.RectificationPlan;
import io.github.dualprevention.core.journal.Commitment;
import io.github.dualprevention.core.journal.Fact;
import io.github.dualprevention.core.journal.HashAlgorithm;
import io.github.dualprevention.core.journal.JournalEntry;
import io.github.dualprevention.core.journal.Opening;
import io.github.dualprevention.core.organisation.CreditCode;
import io.github.dualprevention.core.responsibility.Actor;
import io.github.dualprevention.core.responsibility.Duty;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.reporting.ReportEnvelope;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Made-up values for tests; always the same ones. */
public final class Samples {

  /**
   * Text that stores and transports get wrong: Chinese in and beyond the basic plane, line breaks
   * of every kind, quotes, backslashes, tabs, markup, and what looks like a wild card.
   */
  public static final String AWKWARD_TEXT =
      "样例：反应釜\t“泄漏”\r\n第二行\n𠮷𡃁 😀 \\n \\ ' \" ` $1 {0} %s & < > _ % é ｅ İı\u2028\u00a0end";

  /** How many steps {@link #hazard} can take. */
  public static final int HAZARD_STEPS = 6;

  /** The person of sample facts. */
  private static final String PERSON = "样例人员";

  private Samples() {}

  /**
   * A moment; everything in the samples happens at it or after.
   *
   * @return midnight of 1 July 2026, UTC
   */
  public static Instant moment() {
    return Instant.parse("2026-07-01T00:00:00Z");
  }

  /**
   * An enterprise, made up.
   *
   * @return whose records the samples are
   */
  public static CreditCode enterprise() {
    return new CreditCode("91350100M000100Y43");
  }

  /**
   * Another enterprise, made up.
   *
   * @return never the same as {@link #enterprise}
   */
  public static CreditCode anotherEnterprise() {
    return new CreditCode("91370200MA00000X13");
  }

  /**
   * Ids that differ in one character which somebody could overlook: capitals and small letters,
   * wide and narrow forms, accents, variants of Chinese characters, wild cards, and characters
   * without any width.
   */
  static Stream<String> lookalikes() {
    return Stream.of(
        "H-1",
        "h-1",
        "Ｈ-1",
        "H－1",
        "H_1",
        "H%1",
        "H-1\u200b",
        "H-01",
        "é",
        "e",
        "ß",
        "ss",
        "ﬁ",
        "fi",
        "I",
        "i",
        "İ",
        "ı",
        "隐患",
        "隱患",
        "𠮷",
        "吉",
        "😀",
        "😁");
  }

  /**
   * A calendar of the year 2026, made up.
   *
   * @return Monday to Friday, but for the first week of October, which is off, and the weekend
   *     after it, which is worked
   */
  public static StatutoryCalendar calendar() {
    String table =
        """
        id,version,from,until,kind,zh,en,document,clause,evidence
        HOLIDAYS:SAMPLE,1,2026-10-01,2026-10-07,HOLIDAY,示例,sample,sample,made up,ENTERPRISE
        HOLIDAYS:SAMPLE,1,2026-10-10,2026-10-11,WORKDAY,示例,sample,sample,made up,ENTERPRISE
        """;
    return StatutoryCalendar.read("sample", new ByteArrayInputStream(utf8(table)));
  }

  /**
   * What opens {@link #commitment}.
   *
   * @param text the sealed text
   * @param salt tells salts apart
   * @return an opening with a salt that is not random
   */
  public static Opening opening(String text, int salt) {
    return new Opening("%032x".formatted(salt), text);
  }

  /**
   * A commitment to a text.
   *
   * @param text the sealed text
   * @param salt tells salts apart
   * @return the commitment
   */
  public static Commitment commitment(String text, int salt) {
    byte[] bytes = HexFormat.of().parseHex(opening(text, salt).salt());
    return Commitment.of(HashAlgorithm.sha256(), bytes, text);
  }

  /**
   * Something that happened.
   *
   * @param subject what it happened to
   * @param remark what is remembered about it
   * @return the fact
   */
  public static Fact fact(String subject, String remark) {
    return Fact.about(subject, "sample.register", moment())
        .post("SAMPLE-POST")
        .person(commitment(PERSON, 1))
        .table(new TableVersion("SAMPLE", "1"))
        .value("remark", remark)
        .value("grade", "GENERAL")
        .personal("finder", commitment(PERSON, 2))
        .build();
  }

  /**
   * A chain of entries as a journal grows it.
   *
   * @param subject what the chain is about
   * @param remark what every fact remembers; another remark gives another chain
   * @param length how many entries
   * @return the entries, the first one first
   */
  public static List<JournalEntry> chain(String subject, String remark, int length) {
    List<JournalEntry> chain = new ArrayList<>();
    Optional<JournalEntry> head = Optional.empty();
    for (int i = 1; i <= length; i++) {
      Instant recorded = moment().plus(Duration.ofMinutes(i)).plusNanos(i);
      Fact fact = fact(subject, remark + " " + i);
      head = Optional.of(JournalEntry.after(head, fact, recorded, HashAlgorithm.sha256()));
      head.ifPresent(chain::add);
    }
    return List.copyOf(chain);
  }

  /**
   * A report with an awkward body.
   *
   * @return the first report about a sample hazard
   */
  public static ReportEnvelope envelope() {
    return envelope("hazard/样例-1", 1);
  }

  /**
   * A report.
   *
   * @param subject what it is about
   * @param sequence its place among the subject's reports
   * @return an envelope whose body names its place
   */
  public static ReportEnvelope envelope(String subject, long sequence) {
    String place = Long.toString(sequence);
    return envelope(subject, sequence, subject + " #" + place + "\n" + AWKWARD_TEXT);
  }

  /**
   * A report with a given body.
   *
   * @param subject what it is about
   * @param sequence its place among the subject's reports
   * @param body the frozen document
   * @return the envelope
   */
  public static ReportEnvelope envelope(String subject, long sequence, String body) {
    return ReportEnvelope.of("SAMPLE-1", "sample", "1", subject, sequence, body);
  }

  /** The bytes of a text, as they are hashed. */
  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A major hazard on its way through the published life cycle.
   *
   * @param id the hazard's id
   * @param steps how many of its steps were taken, 1 to {@link #HAZARD_STEPS}
   * @return registered, assessed, planned, reported, made known and under rectification, as far as
   *     the steps go
   */
  public static Hazard hazard(String id, int steps) {
    HazardLifeCycle lifeCycle = HazardLifeCycle.published();
    Hazard hazard = Hazard.discovered(id, lifeCycle.version());
    for (HazardCommand command : commands().subList(0, steps)) {
      hazard = hazard.apply(lifeCycle.step(hazard, command, moment()).orThrow());
    }
    return hazard;
  }

  /**
   * The row of a major hazard under rectification.
   *
   * @param id the hazard's id
   * @return the row of {@link #hazard} after all its steps, of {@link #enterprise}
   */
  public static HazardSummary summary(String id) {
    return summary(id, HAZARD_STEPS);
  }

  /**
   * The row of a major hazard on its way through the published life cycle.
   *
   * @param id the hazard's id
   * @param steps how many of its steps were taken, 1 to {@link #HAZARD_STEPS}
   * @return the row of {@link #hazard} after so many steps, of {@link #enterprise}
   */
  public static HazardSummary summary(String id, int steps) {
    Hazard hazard = hazard(id, steps);
    return HazardSummary.of(enterprise(), hazard, HazardLifeCycle.published().dues(hazard));
  }

  private static List<HazardCommand> commands() {
    Actor actor = new Actor(commitment(PERSON, 1), "SAMPLE-POST", Set.of(Duty.values()));
    RectificationPlan plan =
        new RectificationPlan(
            "SAMPLE-POST", AWKWARD_TEXT, BigDecimal.ONE, LocalDate.of(2026, 7, 31), "sample");
    return List.of(
        command(HazardAction.REGISTER, actor)
            .with(HazardFact.WHAT, AWKWARD_TEXT)
            .with(HazardFact.WHERE, "sample place")
            .with(HazardFact.ORIGIN, HazardOrigin.DAILY.code()),
        command(HazardAction.ASSESS, actor)
            .with(HazardFact.GRADE, "MAJOR")
            .with(HazardFact.GROUNDS, "sample grounds"),
        command(HazardAction.PLAN, actor)
            .with(
                new GovernancePlan(
                        "sample goals",
                        plan,
                        "sample materials",
                        "sample organisation",
                        "sample requirements",
                        "sample safety measures")
                    .facts()),
        command(HazardAction.REPORT, actor)
            .with(HazardFact.STATUS_AND_CAUSE, "sample status")
            .with(HazardFact.HARM_AND_DIFFICULTY, "sample harm")
            .with(HazardFact.GOVERNANCE_PLAN, "sample plan"),
        command(HazardAction.INFORM, actor).with(HazardFact.AUDIENCE, "sample audience"),
        command(HazardAction.START, actor));
  }

  private static HazardCommand command(HazardAction action, Actor actor) {
    return HazardCommand.of(action, actor, moment());
  }
}
