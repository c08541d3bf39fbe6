package org.headrace.group;

import java.util.Collection;
import java.util.List;
import org.headrace.model.Arrival;
import org.headrace.model.ArticleId;

/** Gives back in full what memory knows by its marks alone. */
public interface Recall {
  /**
   * The articles, in any order, each as it was when its story was last decided; without those gone.
   */
  List<Arrival> articles(Collection<ArticleId> ids);
}
