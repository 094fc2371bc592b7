package io.github.dualprevention.core.store;

import com.google.common.collect.ImmutableMap;
import io.github.dualprevention.core.Require;
import java.util.Map;
import java.util.function.Function;

/** Stores that the host gives, all of one unit of work; immutable. */
public final class GivenStores implements Stores {

  private final UnitOfWork unit;
  private final ImmutableMap<Class<?>, Object> stores;

  GivenStores(UnitOfWork unit, Map<Class<?>, Object> stores) {
    this.unit = Require.notNull(unit, "unit");
    this.stores = ImmutableMap.copyOf(stores);
  }

  /**
   * These stores and one more.
   *
   * @param <S> the SPI
   * @param kind the SPI
   * @param store the store; belongs to the same unit of work and the same enterprise as the others
   * @return the stores
   * @throws IllegalArgumentException if there is one of this kind already
   */
  public <S> GivenStores with(Class<S> kind, S store) {
    Require.require(!stores.containsKey(kind), "store", "must be given once", kind.getSimpleName());
    return new GivenStores(
        unit, ImmutableMap.<Class<?>, Object>builder().putAll(stores).put(kind, store).build());
  }

  @Override
  public UnitOfWork unit() {
    return unit;
  }

  @Override
  public <S> S store(Class<S> kind, Function<InMemoryStores, ? extends S> inMemory) {
    Object store = stores.get(kind);
    if (store == null) {
      throw Require.refusal("stores", "must have a " + kind.getSimpleName(), stores.keySet());
    }
    return kind.cast(store);
  }
}
