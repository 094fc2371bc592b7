package io.github.dualprevention.core.store;

import com.google.common.collect.MutableClassToInstanceMap;
import io.github.dualprevention.core.Require;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores in memory; nothing survives the process. */
public final class InMemoryStores implements Stores {

  private final InMemoryUnitOfWork unit = new InMemoryUnitOfWork();
  private final MutableClassToInstanceMap<Object> stores = MutableClassToInstanceMap.create();

  InMemoryStores() {}

  @Override
  public InMemoryUnitOfWork unit() {
    return unit;
  }

  @Override
  public synchronized <S> S store(Class<S> kind, Function<InMemoryStores, ? extends S> inMemory) {
    @Nullable S known = kind.cast(stores.get(kind));
    if (known == null) {
      known = Require.notNull(inMemory.apply(this), "store");
      stores.put(kind, known);
    }
    return known;
  }
}
