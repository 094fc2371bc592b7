package io.github.dualprevention.core.oversight;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Evidence;
import io.github.dualprevention.core.SourceClause;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.util.Arrays;
import java.util.Map;

/**
 * A rate by which the governance of hazards is judged.
 *
 * <p>The sources name three of the rates and give no formula. Their formulas are a choice; an
 * enterprise that uses them makes that choice. A hazard counts at most once in a rate, as it was
 * when the period ended. A hazard that was dismissed by then counts in no rate. A hazard taken over
 * from another ledger does not count as registered.
 */
public enum HazardRate {
  /** 发现率: how much the enterprise finds before others do. */
  DISCOVERY(
      new Wording("发现率", "discovery rate"),
      new Wording(
          "本期登记的隐患中企业自行发现的数量÷本期登记的隐患数量",
          "of the hazards registered in the period, those that the enterprise has found itself / the"
              + " hazards registered in the period"),
      namedOnly("发现率")),

  /**
   * 及时率: how much is accepted in time. The deadline is that at the time of the acceptance. A hazard
   * without a deadline, such as one fixed on the spot, cannot be late. An acceptance that was
   * undone by the end of the period does not count.
   */
  TIMELINESS(
      new Wording("及时率", "timeliness rate"),
      new Wording(
          "其中不晚于治理期限验收且期末验收仍有效的隐患数量÷治理期限在本期内或本期内验收的隐患数量",
          "of those, the hazards accepted on or before the deadline whose acceptance stands at the"
              + " end of the period / the hazards whose deadline falls into the period or that were"
              + " accepted in it"),
      namedOnly("及时率")),

  /**
   * 有效率: how much of what is accepted holds. A hazard has come back if another hazard names it as
   * the earlier one and was recorded at or after the acceptance, by the end of the period.
   */
  EFFECT(
      new Wording("有效率", "effectiveness rate"),
      new Wording(
          "其中验收后至期末未被退回、监管复查未不通过、未重新打开且未再次发生的隐患数量÷本期内验收的隐患数量",
          "of those, the hazards that until the end of the period were not rejected after the"
              + " acceptance, failed no recheck, were not reopened and have not come back / the"
              + " hazards accepted in the period"),
      namedOnly("有效性")),

  /** 整改率: how much of what was found is rectified. */
  RECTIFICATION(
      new Wording("整改率", "rectification rate"),
      new Wording(
          "本期登记的隐患中期末已验收的数量÷本期登记的隐患数量",
          "of the hazards registered in the period, those whose acceptance stands at its end / the"
              + " hazards registered in the period"),
      new SourceClause(
          "Putuo District, figures of hazards found and rectified (shpt.gov.cn)",
          "rectified / found: 8740 of 8942, 97.74 %",
          Evidence.PUBLISHED));

  private static final ImmutableMap<String, HazardRate> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), HazardRate::code);

  private final Term term;
  private final Wording formula;
  private final SourceClause source;

  HazardRate(Wording wording, Wording formula, SourceClause source) {
    term = new Term(name(), wording);
    this.formula =
        new Wording(
            formula.zh() + "（期末已撤销的隐患不计）",
            formula.en() + "; hazards that were dismissed by its end are left out");
    this.source = source;
  }

  private static SourceClause namedOnly(String name) {
    return new SourceClause(
        "reply of the Jing'an District Bureau of Work Safety to CPPCC proposal 2016-005 of"
            + " 2016-05-16",
        "names " + name + " and gives no formula; the formula is a choice",
        Evidence.ENTERPRISE);
  }

  /**
   * Every rate by its code.
   *
   * @return an immutable map
   */
  public static Map<String, HazardRate> byCode() {
    return BY_CODE;
  }

  /**
   * The rate's stable code, as stored and exchanged.
   *
   * @return upper case English
   */
  public String code() {
    return name();
  }

  /**
   * Code and name.
   *
   * @return for sentences that speak about it
   */
  public Term term() {
    return term;
  }

  /**
   * The rate's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return term.wording();
  }

  /**
   * What is divided by what.
   *
   * @return numerator and denominator in words, in both languages
   */
  public Wording formula() {
    return formula;
  }

  /**
   * The source of the rate, and whether it gives the formula.
   *
   * @return the clause
   */
  public SourceClause source() {
    return source;
  }
}
