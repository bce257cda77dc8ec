package org.mlsysim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.runtime.Mlsysim;
import org.mlsysim.runtime.Settings;

/** One run of the command line: its surroundings, and mlsysim itself, made when first asked for. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Session {
  /** How large an input file may be, in bytes. */
  private static final int MOST_BYTES = 1 << 20;

  private final Console console;
  private final OutputFormat format;
  private final List<Path> pluginPath;
  private @Nullable Mlsysim mlsysim;
  private @Nullable Catalogs catalogs;
  private @Nullable ResolverFactory resolvers;

  Session(Console console, OutputFormat format, List<Path> pluginPath) {
    this.console = console;
    this.format = format;
    this.pluginPath = Settings.ofUser(pluginPath).pluginPath();
  }

  /** The surroundings of the call. */
  public Console console() {
    return console;
  }

  /** The form asked for. */
  public OutputFormat format() {
    return format;
  }

  /** The assembled installation, plugins included. */
  public Mlsysim mlsysim() {
    if (mlsysim == null) {
      mlsysim = Mlsysim.create(new Settings(pluginPath));
    }
    return mlsysim;
  }

  /** All registered objects. */
  public Catalogs catalogs() {
    if (catalogs == null) {
      catalogs = plain() ? installedCatalogs() : mlsysim().catalogs();
    }
    return catalogs;
  }

  /** All resolvers. */
  public ResolverFactory resolvers() {
    if (resolvers == null) {
      resolvers = plain() ? ResolverFactory.installed() : mlsysim().resolvers();
    }
    return resolvers;
  }

  /** Without plugin folders nothing needs assembling, and the answer comes sooner. */
  private boolean plain() {
    return pluginPath.isEmpty() && mlsysim == null;
  }

  private Catalogs installedCatalogs() {
    try {
      return Catalogs.installed();
    } catch (ExceptionInInitializerError clash) {
      // Two sources clash; the assembled installation leaves the later one out and says so.
      return mlsysim().catalogs();
    }
  }

  /**
   * The text of a file of the call's folder, or of standard input for {@code -}.
   *
   * @param port the argument that names the file, for findings
   * @throws BadInputException if it is absent, too large or no UTF-8
   */
  public String read(String file, String port) {
    try (InputStream bytes = open(file, port)) {
      byte[] content = bytes.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw unreadable(file, port, "it is larger than " + MOST_BYTES + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw unreadable(file, port, "it is no UTF-8 text");
    } catch (IOException e) {
      throw unreadable(file, port, e.getClass().getSimpleName());
    }
  }

  /**
   * A file of the call's folder, or standard input for {@code -}, which is not closed.
   *
   * @throws BadInputException if it cannot be opened
   */
  InputStream open(String file, String port) {
    if (file.equals("-")) {
      return new UnclosedInput(console.in());
    }
    try {
      Path path = console.folder().resolve(file);
      if (Files.isDirectory(path)) {
        throw unreadable(file, port, "it is a folder");
      }
      return Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw unreadable(file, port, "there is no such file");
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw unreadable(file, port, e.getClass().getSimpleName());
    }
  }

  private static BadInputException unreadable(String file, String port, String reason) {
    return new BadInputException(
        List.of(
            Finding.of(
                    ErrorCode.INPUT_FILE, port, "\"" + file + "\" cannot be read: " + reason + ".")
                .withValue(file, "a file that can be read")
                .withHint("Give the name of a readable file, relative to the current folder.")));
  }

  private static final class UnclosedInput extends java.io.FilterInputStream {
    UnclosedInput(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // Standard input belongs to the process.
    }
  }
}
