package org.headrace.publish;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;

/**
 * Prints pages for people from the templates in {@code src/main/jte}, compiled with the program.
 */
public final class Pages {
  /** What every page is. */
  public static final String MEDIA_TYPE = "text/html; charset=utf-8";

  private static final TemplateEngine ENGINE = engine();

  private Pages() {}

  /**
   * Prints one page.
   *
   * @param template file name below {@code src/main/jte}
   * @param page what the template takes as its only parameter
   */
  public static byte[] print(String template, Object page) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    ENGINE.render(template, page, output);
    return output.toByteArray();
  }

  /** A page that says one thing. {@code base} is the path of the site. */
  public static byte[] message(String base, String title, String text) {
    Frame frame = new Frame("Headrace", base, base, List.of(), List.of(), false, "");
    return print("message.jte", new MessagePage(frame, title, text));
  }

  private static TemplateEngine engine() {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "org.headrace.publish.pages");
    engine.setBinaryStaticContent(false);
    return engine;
  }
}
