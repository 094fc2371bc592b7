/**
 * What keeps a risk in check, and how high up in the enterprise it is answered for.
 *
 * <p>A {@link io.github.dualprevention.core.control.ControlMeasure} belongs to a risk event and is
 * classified twice, as enterprises do and as chemical enterprises exchange it. {@link
 * io.github.dualprevention.core.control.ControlTiers} says at which tiers a risk of some level is
 * controlled: at its highest tier and at every one below.
 */
@NullMarked
package io.github.dualprevention.core.control;

import org.jspecify.annotations.NullMarked;
