package io.github.dualprevention.grading.accident;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.Fault;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFormat;
import io.github.dualprevention.core.table.TableVersion;
import io.github.dualprevention.core.table.VersionColumns;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Carries codes of one edition of the accident types over to another; proved when read.
 *
 * <p>No standard prescribes such a mapping as a whole. A type that has become several is never
 * translated without a person's choice.
 */
public final class AccidentTypeMapping {

  private static final VersionColumns VERSION = new VersionColumns();
  private static final Column<Kind> KIND =
      Column.code(
          "kind",
          ImmutableMap.of("KEPT", Kind.KEPT, "LOSSY", Kind.LOSSY, "AMBIGUOUS", Kind.AMBIGUOUS));
  private static final Column<Optional<String>> LOST_ZH = Column.text("lost-zh").optional();
  private static final Column<Optional<String>> LOST_EN = Column.text("lost-en").optional();
  private static final SourceColumns SOURCE = new SourceColumns();

  private final TableVersion version;
  private final AccidentTypeEdition from;
  private final ImmutableListMultimap<String, AccidentTypeTranslation> byCode;

  /** What becomes of a type. */
  private enum Kind {
    /** It goes on, under the same or a new name. */
    KEPT,
    /** It goes into a wider one. */
    LOSSY,
    /** It has become several, of which a person chooses. */
    AMBIGUOUS
  }

  private AccidentTypeMapping(
      TableVersion version,
      AccidentTypeEdition from,
      ImmutableListMultimap<String, AccidentTypeTranslation> byCode) {
    this.version = version;
    this.from = from;
    this.byCode = byCode;
  }

  /**
   * A published mapping from GB 6441-86 to GB 6441-2025, {@code GB6441-1986-2025}: a vendor's, with
   * what the foreword of the new edition says and the further candidates that follow from its list.
   * It is not normative; an enterprise may well {@link #read} its own.
   *
   * @return the mapping
   */
  public static AccidentTypeMapping published() {
    return Published.MAPPING;
  }

  /**
   * Reads a mapping from CSV with the columns {@code
   * id,version,from,to,kind,lost-zh,lost-en,document,clause,evidence}.
   *
   * <p>The kind is {@code KEPT} if the type goes on, {@code LOSSY} if it goes into a wider one, and
   * {@code AMBIGUOUS} in each of several lines with the same {@code from}. What is lost, or what
   * has to be chosen, must be told in both languages unless the kind is {@code KEPT}.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @param from the edition whose codes are translated
   * @param to the edition into which they are translated
   * @return the mapping
   * @throws InvalidTableException with every fault: a code that its edition does not have, a code
   *     of the old edition without line, a line twice, a kind that the lines contradict, or a loss
   *     that is not told
   */
  public static AccidentTypeMapping read(
      String file, InputStream in, AccidentTypeEdition from, AccidentTypeEdition to) {
    Column<AccidentType> fromColumn = Column.code("from", from.byCode());
    Column<AccidentType> toColumn = Column.code("to", to.byCode());
    TableFormat format =
        TableFormat.of(
                VERSION.id(),
                VERSION.version(),
                fromColumn,
                toColumn,
                KIND,
                LOST_ZH,
                LOST_EN,
                SOURCE.document(),
                SOURCE.clause(),
                SOURCE.evidence())
            .uniqueBy(fromColumn, toColumn);
    List<Row> rows = format.read(file, in).rowsOrThrow();
    TableVersion version = VERSION.ofAll(file, rows);
    Map<AccidentType, List<Row>> byType =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get(fromColumn), LinkedHashMap::new, Collectors.toList()));
    List<Fault> faults = new ArrayList<>();
    againstMissing(file, from, byType, faults);
    byType.forEach((type, lines) -> againstKinds(type, lines, faults));
    rows.forEach(row -> againstLoss(row, faults));
    if (!faults.isEmpty()) {
      throw new InvalidTableException(faults);
    }
    List<AccidentTypeTranslation> lines =
        rows.stream()
            .map(
                row ->
                    new AccidentTypeTranslation(
                        version,
                        row.get(fromColumn),
                        row.get(toColumn),
                        lossOf(row),
                        SOURCE.of(row)))
            .toList();
    return new AccidentTypeMapping(
        version, from, Multimaps.index(lines, line -> line.from().code()));
  }

  private static void againstMissing(
      String file,
      AccidentTypeEdition from,
      Map<AccidentType, List<Row>> byType,
      List<Fault> faults) {
    List<Term> missing =
        from.types().stream()
            .filter(type -> !byType.containsKey(type))
            .map(AccidentType::term)
            .toList();
    if (!missing.isEmpty()) {
      faults.add(
          new Fault(
              file, 1, "", "", AccidentRules.MAPPING_MISSING.broken("types", Term.list(missing))));
    }
  }

  /** Ambiguous is what has several lines, and nothing else. */
  private static void againstKinds(AccidentType type, List<Row> lines, List<Fault> faults) {
    for (Row row : lines) {
      if (row.get(KIND) == Kind.AMBIGUOUS != lines.size() > 1) {
        faults.add(
            row.fault(
                KIND,
                AccidentRules.MAPPING_KIND.broken("type", type.term(), "count", lines.size())));
      }
    }
  }

  private static void againstLoss(Row row, List<Fault> faults) {
    for (Column<Optional<String>> lost : List.of(LOST_ZH, LOST_EN)) {
      if (row.get(KIND) == Kind.KEPT && row.get(lost).isPresent()) {
        faults.add(row.fault(lost, AccidentRules.MAPPING_LOSS_SAID.broken()));
      } else if (row.get(KIND) != Kind.KEPT && row.get(lost).isEmpty()) {
        faults.add(
            row.fault(lost, AccidentRules.MAPPING_LOSS_UNSAID.broken("kind", row.get(KIND))));
      }
    }
  }

  private static Optional<Wording> lossOf(Row row) {
    return row.get(LOST_ZH).flatMap(zh -> row.get(LOST_EN).map(en -> new Wording(zh, en)));
  }

  /**
   * The edition of the mapping.
   *
   * @return id and version
   */
  public TableVersion version() {
    return version;
  }

  /**
   * What a code may have become.
   *
   * @param code a code of the old edition, exactly as printed
   * @return one translation, or several of which a person has to choose; or that the edition has no
   *     such code
   */
  public Outcome<List<AccidentTypeTranslation>> candidates(String code) {
    return from.find(code).map(type -> byCode.get(type.code()));
  }

  /**
   * Translates a code that has become one type.
   *
   * @param code a code of the old edition, exactly as printed
   * @return the translation, with what it loses; or that the edition has no such code, or that a
   *     person has to choose, and of what
   */
  public Outcome<AccidentTypeTranslation> translate(String code) {
    Outcome<List<AccidentTypeTranslation>> found = candidates(code);
    if (!(found instanceof Outcome.Accepted<List<AccidentTypeTranslation>> accepted)) {
      return new Outcome.Refused<>(found.reasons());
    }
    List<AccidentTypeTranslation> lines = accepted.value();
    return lines.size() == 1
        ? Outcome.accepted(lines.get(0))
        : Outcome.refused(
            AccidentRules.MAPPING_AMBIGUOUS.broken(
                "type", lines.get(0).from().term(), "candidates", targets(lines)));
  }

  /**
   * Translates a code as a person has chosen.
   *
   * @param code a code of the old edition, exactly as printed
   * @param target the chosen code of the new edition, exactly as printed
   * @return the translation, with what it loses; or that the edition has no such code, or that the
   *     target is no candidate, and what are
   */
  public Outcome<AccidentTypeTranslation> translate(String code, String target) {
    Require.notNull(target, "target");
    Outcome<List<AccidentTypeTranslation>> found = candidates(code);
    if (!(found instanceof Outcome.Accepted<List<AccidentTypeTranslation>> accepted)) {
      return new Outcome.Refused<>(found.reasons());
    }
    List<AccidentTypeTranslation> lines = accepted.value();
    return lines.stream()
        .filter(line -> line.to().code().equals(target))
        .findFirst()
        .map(Outcome::accepted)
        .orElseGet(
            () ->
                Outcome.refused(
                    AccidentRules.MAPPING_NO_CANDIDATE.broken(
                        "type",
                        lines.get(0).from().term(),
                        "target",
                        target,
                        "candidates",
                        targets(lines))));
  }

  private static Term targets(List<AccidentTypeTranslation> lines) {
    return Term.list(lines.stream().map(line -> line.to().term()).toList());
  }

  /** Read and proved once, when it is first asked for. */
  private static final class Published {
    static final AccidentTypeMapping MAPPING =
        read(
            "mapping-1986-2025.csv",
            Require.notNull(
                AccidentTypeMapping.class.getResourceAsStream("mapping-1986-2025.csv"),
                "mapping-1986-2025.csv"),
            edition("1986"),
            edition("2025"));

    private static AccidentTypeEdition edition(String version) {
      return AccidentTypes.published().edition(new TableVersion("GB6441", version)).orThrow();
    }
  }
}
