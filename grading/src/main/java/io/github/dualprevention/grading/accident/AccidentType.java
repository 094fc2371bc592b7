package io.github.dualprevention.grading.accident;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import io.github.dualprevention.core.table.TableVersion;

/**
 * A type of accident (事故类型) of one edition of the code list.
 *
 * @param edition the edition that the code belongs to
 * @param code as printed, such as {@code 09}, {@code 010} or {@code WSA10099}
 * @param wording the type's name
 * @param source where the type stands written
 */
public record AccidentType(
    TableVersion edition, String code, Wording wording, SourceClause source) {

  /** Throws {@code IllegalArgumentException} if the code is blank or too long. */
  public AccidentType {
    Require.notNull(edition, "edition");
    code = Require.id(code, "code");
    Require.notNull(wording, "wording");
    Require.notNull(source, "source");
  }

  /**
   * Code and name.
   *
   * @return for sentences that speak about it; the name carries the code, since names of two
   *     editions may be alike
   */
  public Term term() {
    return new Term(code, new Wording(wording.zh() + " " + code, wording.en() + " " + code));
  }
}
