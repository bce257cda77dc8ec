package org.mlsysim.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.RecordShape;
import org.mlsysim.api.port.Registry;
import org.mlsysim.api.wall.Wall;
import org.mlsysim.api.wall.Walls;

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

  /** The numbers of some walls, ascending; a name that no catalog knows has none. */
  List<Integer> wallNumbers(List<String> names) {
    return names.isEmpty()
        ? List.of()
        : Walls.of(catalogs.get()).named(names).stream().map(Wall::number).toList();
  }
}
