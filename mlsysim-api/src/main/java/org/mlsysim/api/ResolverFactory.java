package org.mlsysim.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apiguardian.api.API;
import org.mlsysim.api.discovery.Discovery;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.error.PluginException;
import org.mlsysim.api.error.UnknownNameException;

/**
 * All resolvers, built-in ones and plugins' alike: immutable, made by {@link #load}.
 *
 * <p>A resolver is found by its class name and constructed when it is first asked for. A provider
 * that cannot be used is a {@link #rejections rejection}; an id that two plugins claim is refused
 * to both, and one that belongs to a built-in resolver stays with it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@SuppressWarnings("rawtypes") // a service type has no type arguments
public final class ResolverFactory {
  /**
   * A resolver that can be used.
   *
   * @param resolver the resolver
   * @param bundle the module or jar that provides it
   */
  public record Available(Resolver<?, ?> resolver, Discovery.Bundle bundle) {
    /** The resolver's id. */
    public String id() {
      return resolver.id();
    }
  }

  private static final class Installed {
    private static final ResolverFactory FACTORY = load(List.of());
  }

  private final Map<String, Discovery.Provider<Resolver>> providers = new TreeMap<>();

  private final List<Discovery.Rejection> rejections = new ArrayList<>();
  private final ConcurrentMap<String, Available> constructed = new ConcurrentHashMap<>();

  private ResolverFactory(Discovery.Found<Resolver> found) {
    rejections.addAll(found.rejections());
    Map<String, List<Discovery.Provider<Resolver>>> byId = new LinkedHashMap<>();
    for (Discovery.Provider<Resolver> provider : found.providers()) {
      byId.computeIfAbsent(provider.type().getSimpleName(), id -> new ArrayList<>()).add(provider);
    }
    byId.forEach(this::settle);
  }

  /** The resolvers on the module path and the class path. */
  public static ResolverFactory installed() {
    return Installed.FACTORY;
  }

  /** The installed resolvers that can be used, sorted by id. */
  public static List<Available> listAvailable() {
    return installed().available();
  }

  /** The installed resolvers and those of plugin layers. */
  public static ResolverFactory load(List<ModuleLayer> layers) {
    return new ResolverFactory(Discovery.in(Resolver.class, layers));
  }

  /** All ids, those of resolvers that fail when they are constructed included. */
  public List<String> ids() {
    return List.copyOf(providers.keySet());
  }

  /**
   * The resolver of an id, in any letter case.
   *
   * @throws UnknownNameException if there is none; it names the nearest ids
   * @throws PluginException if its constructor throws
   */
  public Resolver<?, ?> get(String id) {
    return find(id).resolver();
  }

  /**
   * The resolver of an id with the bundle that provides it.
   *
   * @throws UnknownNameException if there is none; it names the nearest ids
   * @throws PluginException if its constructor throws
   */
  public Available find(String id) {
    String known =
        providers.containsKey(id)
            ? id
            : providers.keySet().stream()
                .filter(each -> each.equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(
                    () ->
                        UnknownNameException.of("resolver", "a resolver", id, providers.keySet()));
    Available made = constructed.get(known);
    if (made == null) {
      made = construct(known);
      Available raced = constructed.putIfAbsent(known, made);
      made = raced == null ? made : raced;
    }
    return made;
  }

  /** The resolvers that can be used, sorted by id. */
  public List<Available> available() {
    List<Available> available = new ArrayList<>();
    for (String id : providers.keySet()) {
      try {
        available.add(find(id));
      } catch (PluginException e) {
        // Its rejection says why.
      }
    }
    return available;
  }

  /** The providers that cannot be used, and why; every resolver is constructed to find out. */
  public List<Discovery.Rejection> rejections() {
    List<Discovery.Rejection> all = new ArrayList<>(rejections);
    providers.forEach(
        (id, provider) -> {
          try {
            find(id);
          } catch (PluginException e) {
            all.add(
                new Discovery.Rejection(
                    provider.bundle(),
                    provider.type().getName(),
                    ErrorCode.PLUGIN_LOAD,
                    Discovery.Phase.CONSTRUCT,
                    e.findings().get(0).message()));
          }
        });
    return all;
  }

  private Available construct(String id) {
    Discovery.Provider<Resolver> provider = Objects.requireNonNull(providers.get(id));
    try {
      return new Available(provider.create(), provider.bundle());
    } catch (ServiceConfigurationError | LinkageError e) {
      String message =
          "%s of %s cannot be constructed: %s"
              .formatted(id, provider.bundle().module(), Discovery.reason(e));
      throw new PluginException(Finding.of(ErrorCode.PLUGIN_LOAD, "resolver", message), e);
    }
  }

  private void settle(String id, List<Discovery.Provider<Resolver>> claims) {
    List<Discovery.Provider<Resolver>> builtIn =
        claims.stream()
            .filter(each -> each.bundle().origin() == Discovery.Origin.BUILT_IN)
            .toList();
    boolean reserved = builtIn.size() == 1;
    if (reserved || claims.size() == 1) {
      providers.put(id, reserved ? builtIn.get(0) : claims.get(0));
    }
    if (claims.size() > 1) {
      String jars =
          String.join(
              " and ", claims.stream().map(each -> each.bundle().module()).sorted().toList());
      claims.stream()
          .filter(each -> providers.get(id) != each)
          .forEach(each -> rejections.add(duplicate(id, jars, each)));
    }
  }

  private static Discovery.Rejection duplicate(
      String id, String jars, Discovery.Provider<Resolver> provider) {
    return new Discovery.Rejection(
        provider.bundle(),
        provider.type().getName(),
        ErrorCode.PLUGIN_DUPLICATE,
        Discovery.Phase.REGISTER,
        "the id %s is claimed by %s".formatted(id, jars));
  }
}
