/**
 * What makes a hazard a major one (重大事故隐患判定标准).
 *
 * <p>A {@link io.github.dualprevention.core.judgement.Criterion} is one situation that a standard
 * calls a major hazard, in the {@link io.github.dualprevention.core.judgement.Sector}s and on the
 * days for which it does. {@link io.github.dualprevention.core.judgement.JudgementStandards} holds
 * them, narrowed to an enterprise's sectors, and answers whether a criterion that somebody names
 * may be judged by on a day.
 *
 * <p>Built in are articles 3 and 14 of order 10 for the eight industrial and trade sectors, items 1
 * to 15 of 安监总管三〔2017〕121号, and the 17 aspects of article 3 of order 4 for coal mines. Of articles
 * 4 to 13 of order 10 only the subjects could be read (冶金, 有色, 建材, 机械, 轻工, 纺织, 烟草, 粉尘爆炸, 液氨, 有限空间),
 * so none of their items is built in; commerce has no article of its own. Items 16 to 20 of 121号
 * are remembered and not checked: they are the example {@code judgement-recalled}.
 */
@NullMarked
package io.github.dualprevention.core.judgement;

import org.jspecify.annotations.NullMarked;
