package org.headrace.parse;

/** A name to look for. {@code local} is lower case: feeds spell names in every case. */
record XmlName(Vocabulary vocabulary, String local) {
  /** Asked for every name of every element: the generated one is slower. */
  @Override
  public int hashCode() {
    return 31 * vocabulary.ordinal() + local.hashCode();
  }

  static XmlName core(String local) {
    return new XmlName(Vocabulary.CORE, local);
  }

  static XmlName atom(String local) {
    return new XmlName(Vocabulary.ATOM, local);
  }

  static XmlName dc(String local) {
    return new XmlName(Vocabulary.DC, local);
  }

  static XmlName terms(String local) {
    return new XmlName(Vocabulary.DC_TERMS, local);
  }

  static XmlName content(String local) {
    return new XmlName(Vocabulary.CONTENT, local);
  }

  static XmlName itunes(String local) {
    return new XmlName(Vocabulary.ITUNES, local);
  }

  static XmlName media(String local) {
    return new XmlName(Vocabulary.MEDIA, local);
  }
}
