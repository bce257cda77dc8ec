package org.mlsysim.pipeline;

import java.util.Optional;
import java.util.function.Supplier;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.port.Registry;

/** Catalogs that are asked for when the first name is looked up. */
final class LazyRegistry implements Registry {
  private final Supplier<Catalogs> catalogs;

  LazyRegistry(Supplier<Catalogs> catalogs) {
    this.catalogs = catalogs;
  }

  @Override
  public boolean registers(Class<?> type) {
    return Registered.class.isAssignableFrom(type);
  }

  @Override
  public <T> T lookup(Class<T> type, String name, String port) {
    return catalogs.get().lookup(type, name, port);
  }

  @Override
  public Optional<RecordShape<?>> kind(Class<?> family, String name) {
    return catalogs.get().kind(family, name);
  }
}
