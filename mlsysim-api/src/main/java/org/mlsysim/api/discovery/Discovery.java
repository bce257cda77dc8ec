package org.mlsysim.api.discovery;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.error.ErrorCode;

/**
 * Finds the providers of a service, each alone: the only caller of {@link ServiceLoader}.
 *
 * <p>A provider that cannot be found, linked or constructed is a {@link Rejection} with its reason
 * and hides no other one.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Discovery {
  private static final String API_MODULE = "org.mlsysim.api";
  private static final Set<String> BUILT_IN =
      Set.of("org.mlsysim.core", "org.mlsysim.hardware", "org.mlsysim.models");

  /** Where a provider comes from. */
  public enum Origin {
    BUILT_IN,
    MODULE_PATH,
    CLASS_PATH,
    PLUGIN_PATH
  }

  /** The step at which a provider was given up. */
  public enum Phase {
    FIND,
    RESOLVE,
    LOAD,
    CONSTRUCT,
    REGISTER
  }

  /**
   * The module, or jar, that a provider comes from.
   *
   * @param module the module's name, or that of the class-path entry
   * @param version its version, if it states one
   * @param builtFor the version of the API it was compiled against, if it states one
   * @param origin where it was found
   */
  public record Bundle(
      String module, Optional<String> version, Optional<String> builtFor, Origin origin) {}

  /** A provider that was found; {@link #create} constructs it. */
  public static final class Provider<S> {
    private final Bundle bundle;
    private final ServiceLoader.Provider<S> provider;

    private Provider(Bundle bundle, ServiceLoader.Provider<S> provider) {
      this.bundle = bundle;
      this.provider = provider;
    }

    /** The bundle that provides it. */
    public Bundle bundle() {
      return bundle;
    }

    /** The providing class. */
    public Class<? extends S> type() {
      return provider.type();
    }

    /**
     * Constructs the provider.
     *
     * @throws ServiceConfigurationError if its constructor throws
     */
    public S create() {
      return provider.get();
    }
  }

  /**
   * A provider that cannot be used.
   *
   * @param bundle what it comes from
   * @param provider the providing class, "" where it is not known
   * @param code the kind of failure
   * @param phase the step that failed
   * @param message why, in one line
   */
  public record Rejection(
      Bundle bundle, String provider, ErrorCode code, Phase phase, String message) {}

  /** The providers of one service and those that were given up, sorted by class name. */
  public record Found<S>(List<Provider<S>> providers, List<Rejection> rejections) {
    public Found {
      providers = List.copyOf(providers);
      rejections = List.copyOf(rejections);
    }
  }

  /** The providers on the module path and the class path. */
  public static <S> Found<S> installed(Class<S> service) {
    return in(service, List.of());
  }

  /** The installed providers and those of plugin layers. */
  public static <S> Found<S> in(Class<S> service, List<ModuleLayer> layers) {
    // A service of another module, such as a sub-command, is not in this module's descriptor.
    Discovery.class.getModule().addUses(service);
    List<Provider<S>> providers = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    Set<Class<?>> seen = new HashSet<>();
    scan(ServiceLoader.load(service), null, seen, providers, rejections);
    for (ModuleLayer layer : layers) {
      scan(ServiceLoader.load(layer, service), layer, seen, providers, rejections);
    }
    providers.sort(Comparator.comparing(each -> each.type().getName()));
    return new Found<>(providers, rejections);
  }

  private static <S> void scan(
      ServiceLoader<S> loader,
      @Nullable ModuleLayer layer,
      Set<Class<?>> seen,
      List<Provider<S>> providers,
      List<Rejection> rejections) {
    Iterator<ServiceLoader.Provider<S>> each = loader.stream().iterator();
    while (true) {
      try {
        if (!each.hasNext()) {
          return;
        }
        ServiceLoader.Provider<S> next = each.next();
        Class<? extends S> type = next.type();
        Bundle bundle = bundle(type, layer);
        boolean ofParent = layer != null && type.getModule().getLayer() != layer;
        if (ofParent || !seen.add(type)) {
          continue;
        }
        Optional<String> mismatch = apiMismatch(bundle);
        if (mismatch.isPresent()) {
          rejections.add(
              new Rejection(
                  bundle, type.getName(), ErrorCode.PLUGIN_API, Phase.LOAD, mismatch.get()));
        } else {
          providers.add(new Provider<>(bundle, next));
        }
      } catch (ServiceConfigurationError | LinkageError e) {
        rejections.add(
            new Rejection(unknownBundle(layer), "", ErrorCode.PLUGIN_LOAD, Phase.LOAD, reason(e)));
      }
    }
  }

  /** The innermost cause of a failure, in one line. */
  public static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return cause == failure ? message : cause.getClass().getSimpleName() + ": " + message;
  }

  private static Bundle unknownBundle(@Nullable ModuleLayer layer) {
    String module =
        layer == null
            ? "unknown"
            : layer.modules().stream().map(Module::getName).sorted().findFirst().orElse("unknown");
    return new Bundle(
        module,
        Optional.empty(),
        Optional.empty(),
        layer == null ? Origin.MODULE_PATH : Origin.PLUGIN_PATH);
  }

  private static Bundle bundle(Class<?> type, @Nullable ModuleLayer layer) {
    Module module = type.getModule();
    if (!module.isNamed()) {
      Package owner = type.getPackage();
      Optional<String> version = Optional.ofNullable(owner.getImplementationVersion());
      boolean builtIn = BUILT_IN.stream().anyMatch(each -> isIn(type, each));
      String name =
          builtIn
              ? BUILT_IN.stream().filter(each -> isIn(type, each)).findFirst().orElseThrow()
              : classPathEntry(type);
      return new Bundle(
          name, version, Optional.empty(), builtIn ? Origin.BUILT_IN : Origin.CLASS_PATH);
    }
    ModuleDescriptor descriptor = module.getDescriptor();
    Origin origin =
        BUILT_IN.contains(module.getName())
            ? Origin.BUILT_IN
            : layer == null ? Origin.MODULE_PATH : Origin.PLUGIN_PATH;
    Optional<String> builtFor =
        descriptor.requires().stream()
            .filter(each -> each.name().equals(API_MODULE))
            .findFirst()
            .flatMap(ModuleDescriptor.Requires::rawCompiledVersion);
    return new Bundle(module.getName(), descriptor.rawVersion(), builtFor, origin);
  }

  private static boolean isIn(Class<?> type, String root) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  private static String classPathEntry(Class<?> type) {
    var source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return type.getPackageName();
    }
    String path = source.getLocation().getPath();
    String entry = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return entry.substring(entry.lastIndexOf('/') + 1);
  }

  /** Before 1.0 a minor version may break, so major and minor must be ours. */
  private static Optional<String> apiMismatch(Bundle bundle) {
    Optional<String> ours =
        Optional.ofNullable(Discovery.class.getModule().getDescriptor())
            .flatMap(ModuleDescriptor::rawVersion);
    if (ours.isEmpty() || bundle.builtFor().isEmpty()) {
      return Optional.empty();
    }
    String theirs = bundle.builtFor().get();
    return line(ours.get()).equals(line(theirs))
        ? Optional.empty()
        : Optional.of(
            "%s was built for mlsysim API %s; this is %s."
                .formatted(bundle.module(), theirs, ours.get()));
  }

  private static String line(String version) {
    String[] parts = version.split("[.-]", 3);
    return parts.length < 2 ? version : parts[0] + "." + parts[1];
  }

  private Discovery() {}
}
