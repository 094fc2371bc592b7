package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A piece of evidence that an action can bring along. All are text without names of persons; some
 * have a form.
 */
public enum HazardFact {
  /** What is wrong. */
  WHAT("隐患内容", "what is wrong"),
  /** Where it is. */
  WHERE("部位", "where it is"),
  /** How it was found: a code of {@link HazardOrigin}. */
  ORIGIN("隐患来源", "how it was found") {
    @Override
    boolean isWellFormed(String text) {
      return HazardOrigin.byCode().containsKey(text);
    }

    @Override
    Term form() {
      return Term.list(HazardOrigin.byCode().values().stream().map(HazardOrigin::term).toList());
    }
  },
  /** The control measure that failed, by its id. */
  MEASURE("失效的管控措施", "the measure that failed"),
  /** The check that found it, by the id of its task. */
  CHECK("排查任务", "the check that found it"),
  /** The grade, by a code of the life cycle's grades. */
  GRADE("隐患等级", "the grade"),
  /** Why it has that grade. */
  GROUNDS("评估依据", "the grounds of the grade"),
  /** What the rectification is to achieve. */
  GOALS("治理的目标和任务", "goals and tasks"),
  /** 责任: the post that answers for the rectification, by its id. */
  RESPONSIBLE("责任岗位", "the responsible post"),
  /** 措施: what will be done. */
  MEASURES("治理措施", "the measures"),
  /** 资金: the funds in yuan, a plain decimal not below zero. */
  FUNDS("资金（元）", "the funds in yuan") {
    @Override
    boolean isWellFormed(String text) {
      return Require.parseDecimal(text).filter(funds -> funds.signum() >= 0).isPresent();
    }

    @Override
    Term form() {
      return new Term("decimal", new Wording("不小于0的十进制数", "a plain decimal not below zero"));
    }
  },
  /** 时限: the last day, as in {@code 2026-07-31}. */
  DEADLINE("治理期限", "the deadline") {
    @Override
    boolean isWellFormed(String text) {
      try {
        return text.length() == ISO_DAY && LocalDate.parse(text).toString().equals(text);
      } catch (DateTimeParseException notADay) {
        return false;
      }
    }

    @Override
    Term form() {
      return new Term("day", new Wording("年-月-日的日期", "a day as year-month-day"));
    }
  },
  /** 预案: what is done if it goes wrong meanwhile. */
  CONTINGENCY("应急预案", "the contingency plan"),
  /** Present state and cause. */
  STATUS_AND_CAUSE("现状及产生原因", "status and cause"),
  /** How harmful it is and how hard to remove. */
  HARM_AND_DIFFICULTY("危害程度和整改难易程度分析", "harm and difficulty"),
  /** The governance plan as it is reported. */
  GOVERNANCE_PLAN("治理方案", "the governance plan"),
  /** To whom it was made known, and how. */
  AUDIENCE("通报对象和方式", "who was informed, and how"),
  /** What is done until it is rectified. */
  INTERIM_MEASURE("临时措施", "the interim measure"),
  /** What was seen. */
  OBSERVATION("监控情况", "the observation"),
  /** What was done to remove it. */
  RESULT("治理结果", "the result"),
  /** What the acceptance found. */
  FINDING("验收意见", "the finding of the acceptance"),
  /** Why. */
  REASON("理由", "the reason");

  private static final ImmutableMap<String, HazardFact> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), HazardFact::code);

  /** A day with a year of four digits; no rectification takes longer. */
  private static final int ISO_DAY = 10;

  private final Term term;

  HazardFact(String zh, String en) {
    term = new Term(name().toLowerCase(Locale.ROOT).replace('_', '-'), new Wording(zh, en));
  }

  /**
   * Every fact by its code.
   *
   * @return an immutable map
   */
  public static Map<String, HazardFact> byCode() {
    return BY_CODE;
  }

  /**
   * The fact's stable code, as stored and exchanged.
   *
   * @return lower case English, as in {@code interim-measure}
   */
  public String code() {
    return term.code();
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
   * The fact's name.
   *
   * @return in both languages
   */
  public Wording wording() {
    return term.wording();
  }

  /** The form that the fact asks for. */
  Term form() {
    return new Term("text", new Wording("文字", "text"));
  }

  /** Whether a text has the form that the fact asks for. */
  boolean isWellFormed(String text) {
    return !text.isEmpty();
  }
}
