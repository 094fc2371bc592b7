package io.github.dualprevention.grading.accident;

import com.google.common.collect.Maps;
import io.github.dualprevention.core.Outcome;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.EffectivePeriod;
import io.github.dualprevention.core.table.TableVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One edition of the list of accident types.
 *
 * @param version id and version, such as {@code GB6441@2025}
 * @param name the standard's title
 * @param period the days on which the edition is in force
 * @param source where the edition stands written
 * @param types every type in the order of the list, at least one; each code once
 */
public record AccidentTypeEdition(
    TableVersion version,
    Wording name,
    EffectivePeriod period,
    SourceClause source,
    List<AccidentType> types) {

  /** Throws {@code IllegalArgumentException} if a type is of another edition or a code is twice. */
  public AccidentTypeEdition {
    Require.notNull(version, "version");
    Require.notNull(name, "name");
    Require.notNull(period, "period");
    Require.notNull(source, "source");
    types = Require.notEmpty(types, "types");
    for (AccidentType type : types) {
      Require.require(
          type.edition().equals(version), "type", "must be of the edition " + version, type);
    }
    Require.require(
        types.stream().map(AccidentType::code).distinct().count() == types.size(),
        "types",
        "must have different codes",
        types);
  }

  /**
   * Every type by its code.
   *
   * @return an immutable map in the order of the list
   */
  public Map<String, AccidentType> byCode() {
    return Maps.uniqueIndex(types, AccidentType::code);
  }

  /**
   * Finds a type.
   *
   * @param code exactly as printed; no other spelling is understood
   * @return the type, or that the edition has no such code
   */
  public Outcome<AccidentType> find(String code) {
    return typeOf(code)
        .map(Outcome::accepted)
        .orElseGet(
            () ->
                Outcome.refused(
                    AccidentRules.TYPE_UNKNOWN
                        .citing(source)
                        .broken(
                            "edition",
                            version,
                            "type",
                            code,
                            "known",
                            String.join(", ", byCode().keySet()))));
  }

  Optional<AccidentType> typeOf(String code) {
    Require.notNull(code, "code");
    return types.stream().filter(type -> type.code().equals(code)).findFirst();
  }
}
