package org.mlsysim.api.port;

import java.util.Optional;
import org.apiguardian.api.API;

/** What reading a port needs to know about registered objects; the catalogs implement it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Registry {
  /** Whether objects of the type are registered, so that a text names one of them. */
  boolean registers(Class<?> type);

  /**
   * The registered object of a type by id, alias or path, in any letter case.
   *
   * @throws org.mlsysim.api.error.UnknownNameException if there is none; it names the port and the
   *     nearest ids
   */
  <T> T lookup(Class<T> type, String name, String port);

  /** The shape of a kind of a family, by the value of {@code type} in a written-out object. */
  Optional<RecordShape<?>> kind(Class<?> family, String name);

  /** A registry that knows nothing. */
  Registry EMPTY =
      new Registry() {
        @Override
        public boolean registers(Class<?> type) {
          return false;
        }

        @Override
        public <T> T lookup(Class<T> type, String name, String port) {
          throw org.mlsysim.api.error.UnknownNameException.of(
              port, "a registered " + type.getSimpleName(), name, java.util.List.of());
        }

        @Override
        public Optional<RecordShape<?>> kind(Class<?> family, String name) {
          return Optional.empty();
        }
      };
}
