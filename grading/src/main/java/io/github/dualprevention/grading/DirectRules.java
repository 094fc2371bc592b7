package io.github.dualprevention.grading;

import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.risk.Raise;
import io.github.dualprevention.core.risk.RiskLevel;
import io.github.dualprevention.core.table.Column;
import io.github.dualprevention.core.table.InvalidTableException;
import io.github.dualprevention.core.table.Row;
import io.github.dualprevention.core.table.SourceColumns;
import io.github.dualprevention.core.table.TableFormat;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rules by which an enterprise or a province judges risks directly (直接判定), without any score.
 *
 * <p>None is built in: no published text of such a list could be checked.
 */
public final class DirectRules {

  private static final Column<String> ID = Column.id("id");
  private static final Column<RiskLevel> LEVEL = Column.code("level", RiskLevel.byCode());
  private static final SourceColumns SOURCE = new SourceColumns();
  private static final WordingColumns BECAUSE = new WordingColumns("zh", "en");
  private static final TableFormat FORMAT =
      TableFormat.of(
              ID,
              LEVEL,
              BECAUSE.zh(),
              BECAUSE.en(),
              SOURCE.document(),
              SOURCE.clause(),
              SOURCE.evidence())
          .uniqueBy(ID);

  private final Map<String, Raise> byId;

  private DirectRules(Map<String, Raise> byId) {
    this.byId = byId;
  }

  /**
   * Reads rules from CSV with the columns {@code id,level,zh,en,document,clause,evidence}.
   *
   * @param file the name that faults shall carry
   * @param in the bytes; not closed
   * @return the rules
   * @throws InvalidTableException with every fault of the file
   */
  public static DirectRules read(String file, InputStream in) {
    Map<String, Raise> byId = new LinkedHashMap<>();
    for (Row row : FORMAT.read(file, in).rowsOrThrow()) {
      String id = row.get(ID);
      byId.put(id, new Raise(id, row.get(LEVEL), BECAUSE.of(row), SOURCE.of(row)));
    }
    return new DirectRules(byId);
  }

  /**
   * Finds a rule.
   *
   * @param id the rule's id
   * @return what it raises a risk to, or that there is no such rule
   */
  public Outcome<Raise> find(String id) {
    return Optional.ofNullable(byId.get(id))
        .map(Outcome::accepted)
        .orElseGet(
            () ->
                Outcome.refused(
                    GradingRules.DIRECT_UNKNOWN.broken(
                        "rule", id, "known", String.join(", ", byId.keySet()))));
  }
}
