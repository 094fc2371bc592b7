package io.github.dualprevention.core.hazard;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.Term;
import io.github.dualprevention.core.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
  ORIGIN("隐患来源", "how it was found", terms(HazardOrigin.values(), HazardOrigin::term)),
  /** The area or grid that it lies in, by its id. */
  AREA("区域", "the area"),
  /** The risk unit that it belongs to, by its id. */
  UNIT("风险分析单元", "the risk unit"),
  /** The earlier hazard that has come back as this one, by its id. */
  EARLIER("前次隐患", "the earlier hazard"),
  /** The control measure that failed, by its id. */
  MEASURE("失效的管控措施", "the measure that failed"),
  /** The check that found it, by the id of its task. */
  CHECK("排查任务", "the check that found it"),
  /** The grade, by a code of the life cycle's grades. */
  GRADE("隐患等级", "the grade"),
  /** Why it has that grade. */
  GROUNDS("评估依据", "the grounds of the grade"),
  /** The criterion of a judgement standard, as in {@code standard/article/item}. */
  CRITERION("重大隐患判定条款", "the criterion"),
  /** What the rectification is to achieve. */
  GOALS("治理的目标和任务", "goals and tasks"),
  /** 责任: the post that answers for the rectification, by its id. */
  RESPONSIBLE("责任岗位", "the responsible post"),
  /** 措施: what will be done. */
  MEASURES("治理措施", "the measures"),
  /** 资金: the funds in yuan, a plain decimal not below zero. */
  FUNDS("资金（元）", "the funds in yuan", Form.AMOUNT),
  /** What materials are needed and where they come from. */
  MATERIALS("物资", "the materials"),
  /** Which bodies and posts rectify; no names. */
  ORGANISATION("治理机构和人员", "the organisation and its people"),
  /** 时限: the last day, as in {@code 2026-07-31}. */
  DEADLINE("治理期限", "the deadline", Form.DAY),
  /** What must be reached by when. */
  REQUIREMENTS("时限要求", "the requirements"),
  /** How the work itself is kept safe. */
  SAFETY_MEASURES("治理期间的安全措施", "the safety measures"),
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
  /** What kind of interim measure it is: a code of {@link InterimMeasureKind}. */
  INTERIM_KIND(
      "临时措施类别",
      "the kind of interim measure",
      terms(InterimMeasureKind.values(), InterimMeasureKind::term)),
  /** What was seen. */
  OBSERVATION("监控情况", "the observation"),
  /** What was done to remove it. */
  RESULT("治理结果", "the result"),
  /** What shows it, such as photographs by their names and digests. */
  PROOF("证明材料", "the proof"),
  /** What the acceptance, a recheck or another examination found. */
  FINDING("验收意见", "the finding"),
  /** Why. */
  REASON("理由", "the reason"),
  /** The last day that an extension is asked for. */
  PROPOSED_DEADLINE("申请的治理期限", "the deadline asked for", Form.DAY),
  /** The number of a document from outside, such as an order. */
  DOCUMENT("文号", "the number of the document"),
  /** The body that it comes from. */
  BODY("发文机关", "the issuing body"),
  /** The order that a recheck is about, by the number of the step that has received it. */
  ORDER("所复查的指令（步骤号）", "the step of the order that is rechecked", Form.NUMBER),
  /** The last day that an order leaves. */
  ORDERED_DEADLINE("指令期限", "the ordered deadline", Form.DAY),
  /** The level of a supervised listing: a code of the profile. */
  LISTING_LEVEL("督办级别", "the level of the listing"),
  /** The last day of a supervised listing. */
  LISTING_DEADLINE("督办期限", "the deadline of the listing", Form.DAY),
  /** The last day that an extension of a listing is asked for. */
  PROPOSED_LISTING_DEADLINE("申请的督办期限", "the listing deadline asked for", Form.DAY),
  /** Days and what is due by then, as in {@code 2026-08-01 design | 2026-09-01 works}. */
  MILESTONES("督办节点", "the milestones", Form.MILESTONES),
  /** The day of the milestone that was reached. */
  MILESTONE("节点日期", "the milestone", Form.DAY),
  /** Where it was published. */
  PUBLICATION("公布载体", "the publication"),
  /** What becomes of what was suspended: a code of {@link Resumption}. */
  RESUMPTION("恢复决定", "the decision", terms(Resumption.values(), Resumption::term)),
  /** To whom it was escalated: a code of {@link EscalationLevel}. */
  ESCALATED_TO(
      "上报层级", "the level of escalation", terms(EscalationLevel.values(), EscalationLevel::term)),
  /** The step that is corrected, by its number. */
  CORRECTS("被更正的步骤", "the corrected step", Form.NUMBER),
  /** The ledger that it was taken over from. */
  SOURCE("原台账", "the source"),
  /** The day on which the other ledger has it registered. */
  FOUND_ON("原登记日期", "the day of its registration", Form.DAY),
  /** The day on which the other ledger has it closed. */
  CLOSED_ON("原销账日期", "the day of its close-out", Form.DAY);

  private static final ImmutableMap<String, HazardFact> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), HazardFact::code);

  private final Term term;
  private final Form form;
  private final ImmutableMap<String, Term> choices;

  HazardFact(String zh, String en) {
    this(zh, en, Form.TEXT);
  }

  HazardFact(String zh, String en, Form form) {
    this(zh, en, form, ImmutableMap.of());
  }

  HazardFact(String zh, String en, ImmutableMap<String, Term> choices) {
    this(zh, en, Form.CODE, choices);
  }

  HazardFact(String zh, String en, Form form, ImmutableMap<String, Term> choices) {
    term = new Term(name().toLowerCase(Locale.ROOT).replace('_', '-'), new Wording(zh, en));
    this.form = form;
    this.choices = choices;
  }

  private static <E> ImmutableMap<String, Term> terms(E[] values, Function<E, Term> term) {
    return Maps.uniqueIndex(Stream.of(values).map(term).toList(), Term::code);
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

  /**
   * The form that its text must have.
   *
   * @return free text, a day, an amount, a code or another form
   */
  public Form form() {
    return form;
  }

  /**
   * The codes that its text may be, where they are the same in every life cycle.
   *
   * @return in the order of their list; empty unless the form is {@link Form#CODE}
   */
  public List<Term> choices() {
    return choices.values().asList();
  }

  /** What the text must be, for a refusal. */
  Term formTerm() {
    return choices.isEmpty()
        ? form.term()
        : Term.list(choices.values().stream().map(HazardFact::withCode).toList());
  }

  private static Term withCode(Term choice) {
    String zh = choice.code() + "（" + choice.wording().zh() + "）";
    return new Term(
        choice.code(), new Wording(zh, choice.code() + " (" + choice.wording().en() + ")"));
  }

  /** Whether a text has the form that the fact asks for. */
  boolean isWellFormed(String text) {
    return form == Form.CODE ? choices.containsKey(text) : form.fits(text);
  }

  /** What a text must look like. */
  public enum Form {
    /** Any text. */
    TEXT("文字", "text") {
      @Override
      boolean fits(String text) {
        return !text.isEmpty();
      }
    },
    /** A plain decimal not below zero. */
    AMOUNT("不小于0的十进制数", "a plain decimal not below zero") {
      @Override
      boolean fits(String text) {
        return Require.parseDecimal(text).filter(amount -> amount.signum() >= 0).isPresent();
      }
    },
    /** A day as in {@code 2026-07-31}. */
    DAY("年-月-日的日期", "a day as year-month-day") {
      @Override
      boolean fits(String text) {
        try {
          LocalDate.parse(text);
          return text.length() == ISO_DAY;
        } catch (DateTimeParseException notADay) {
          return false;
        }
      }
    },
    /** A whole number from 1 on. */
    NUMBER("从1起的整数", "a whole number from 1 on") {
      @Override
      boolean fits(String text) {
        return NUMBERS.matcher(text).matches();
      }
    },
    /** Days with a text each, separated by bars, in the order of the days. */
    MILESTONES("“日期 内容 | 日期 内容”，按日期先后", "day text | day text, in the order of the days") {
      @Override
      boolean fits(String text) {
        return Milestone.areIn(text);
      }
    },
    /** One of the fact's codes. */
    CODE("代码", "a code") {
      @Override
      boolean fits(String text) {
        return !text.isEmpty();
      }
    };

    /** A day with a year of four digits; no rectification takes longer. */
    private static final int ISO_DAY = 10;

    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,8}");

    private final Term term;

    Form(String zh, String en) {
      term = new Term(name(), new Wording(zh, en));
    }

    /**
     * Code and name.
     *
     * @return for sentences and forms that speak about it
     */
    public Term term() {
      return term;
    }

    /** Whether a text has the form. */
    abstract boolean fits(String text);
  }
}
