/**
 * The one reader of rule tables and registers: CSV in, sound rows and every fault out.
 *
 * <p>A {@link io.github.dualprevention.core.table.TableFormat} is a list of typed {@link
 * io.github.dualprevention.core.table.Column}s. Reading gives {@link
 * io.github.dualprevention.core.table.Row}s, and a {@link
 * io.github.dualprevention.core.table.Fault} with file, line, column, value and rule for each cell
 * that is not sound; {@link io.github.dualprevention.core.table.Table} keeps the sound rows and all
 * faults. A table of rules has a {@link io.github.dualprevention.core.table.TableVersion} and an
 * {@link io.github.dualprevention.core.table.EffectivePeriod}.
 */
@NullMarked
package io.github.dualprevention.core.table;

import org.jspecify.annotations.NullMarked;
