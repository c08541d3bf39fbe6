package org.headrace.group;

import static org.headrace.group.Newsroom.article;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.headrace.model.Grouping;
import org.headrace.model.StoryId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies join and look-alikes stay apart, whatever they are written in. */
class LanguagesTest {
  /**
   * A report in two parts, the headlines of two outlets, another story, and a bulletin that comes
   * every day with other figures.
   */
  enum Language {
    CHINESE(
        "旧港大桥发现缆索裂缝后关闭",
        "检查发现裂缝，港口旧桥停止通行",
        "市政府星期一表示，工程师在检查中发现西段一根缆索出现裂缝，因此关闭了旧港大桥。在缆索更换之前，渡轮将每十分钟开出一班。",
        "每个工作日大约有四万八千人经过这座桥。市长在市政厅的会议上说，没有人遇到过危险，施工最多需要六个星期。这座桥建于一九三一年，上一次维修是在十一年前。",
        "上游的葡萄农今年提前三个星期开始采摘，因为春天特别温暖。酒庄负责人预计产量不大，但是质量很高，糖分是有记录以来最高的。种植者协会说，在这个季节很难找到足够的工人。",
        "水库水位通报。北部水库今天早晨的水面高度为%s米，前一天为%s米。入库流量每秒%s立方米，大坝有%s个闸门开启。下一次通报将在中午发布。"),
    JAPANESE(
        "ケーブルの亀裂で旧港橋が通行止めに",
        "点検で亀裂見つかる、港の橋を閉鎖",
        "市は月曜日、点検で西側のケーブルに亀裂が見つかったため、旧港橋を通行止めにしたと発表した。ケーブルの交換が終わるまで、渡し船が十分おきに運航される。",
        "平日には約四万八千人がこの橋を渡る。市長は市役所での会議で、危険にさらされた人はおらず、工事は長くても六週間で終わると述べた。橋は一九三一年に開通し、最後に修理されたのは十一年前である。",
        "川の上流のぶどう農家では、暖かい春のため例年より三週間早く収穫が始まった。醸造所の責任者は、量は少ないが質は高く、糖度は記録を取り始めてから最も高いとみている。組合によると、この時期に働き手を見つけるのは難しいという。",
        "貯水池の水位のお知らせ。北の貯水池の水面は今朝%sメートルで、前日は%sメートルだった。流入量は毎秒%s立方メートル、開いている水門は%s門である。次のお知らせは正午に出される。"),
    THAI(
        "ปิดสะพานท่าเรือเก่าหลังพบรอยร้าวที่สายเคเบิล",
        "พบรอยร้าว ทางการสั่งปิดสะพานท่าเรือ",
        "ทางเมืองแจ้งเมื่อวันจันทร์ว่าวิศวกรได้ปิดสะพานท่าเรือเก่าหลังการตรวจสอบพบรอยร้าวที่สายเคเบิลด้านตะวันตก เรือข้ามฟากจะออกทุกสิบนาทีจนกว่าจะเปลี่ยนสายเคเบิลเสร็จ",
        "ในวันทำงานมีคนข้ามสะพานนี้ราวสี่หมื่นแปดพันคน นายกเทศมนตรีกล่าวในที่ประชุมว่าไม่มีใครตกอยู่ในอันตราย และงานจะใช้เวลาไม่เกินหกสัปดาห์ สะพานนี้เปิดใช้มานานและซ่อมครั้งล่าสุดเมื่อสิบเอ็ดปีก่อน",
        "ชาวไร่องุ่นทางต้นน้ำเริ่มเก็บผลผลิตเร็วกว่าปกติสามสัปดาห์เพราะฤดูใบไม้ผลิอบอุ่น หัวหน้าโรงบ่มคาดว่าผลผลิตจะน้อยแต่คุณภาพสูง สมาคมผู้ปลูกกล่าวว่าหาคนงานได้ยากในช่วงต้นฤดูกาลเช่นนี้",
        "รายงานระดับน้ำ อ่างเก็บน้ำด้านเหนือเช้านี้อยู่ที่ %s เมตร จากเมื่อวานนี้ที่ %s เมตร น้ำไหลเข้า %s ลูกบาศก์เมตรต่อวินาที เปิดประตูระบายน้ำ %s บาน รายงานครั้งต่อไปจะออกตอนเที่ยง"),
    ARABIC(
        "إغلاق جسر الميناء القديم بعد اكتشاف شرخ في أحد الكابلات",
        "شرخ في كابل يوقف المرور على جسر الميناء",
        "قالت بلدية المدينة يوم الاثنين إن المهندسين أغلقوا جسر الميناء القديم بعد أن كشف فحص عن شرخ في أحد الكابلات التي تحمل الجزء الغربي. وستعمل العبارات كل عشر دقائق حتى يتم استبدال الكابل.",
        "ويعبر الجسر في يوم العمل نحو ثمانية وأربعين ألف شخص. وقالت رئيسة البلدية في اجتماع عقد في مبنى المدينة إن أحدا لم يتعرض للخطر وإن العمل سيستغرق ستة أسابيع على الأكثر. وكان الجسر قد أصلح آخر مرة قبل أحد عشر عاما.",
        "بدأ مزارعو الكروم في أعلى النهر قطف العنب قبل ثلاثة أسابيع من الموعد المعتاد بسبب الربيع الدافئ. ويتوقع صاحب القبو محصولا صغيرا ولكن بجودة عالية. وقال اتحاد المزارعين إن العثور على عمال في هذا الوقت المبكر من الموسم صعب.",
        "تقرير منسوب البحيرة. بلغ سطح الخزان الشمالي صباح اليوم %s مترا بعد أن كان %s مترا قبل يوم. وبلغ التدفق %s مترا مكعبا في الثانية وكانت %s من بوابات السد مفتوحة. ويصدر التقرير التالي عند الظهر."),
    RUSSIAN(
        "Старый портовый мост закрыт из-за трещины в тросе",
        "Мост в порту перекрыли: в тросе нашли трещину",
        "Инженеры закрыли в понедельник старый портовый мост, после того как при осмотре нашли трещину в одном из тросов, которые держат западный пролёт, сообщили в мэрии. Паромы будут ходить каждые десять минут, пока трос не заменят.",
        "В рабочий день по мосту проходит около сорока восьми тысяч человек. Мэр сказала на собрании в ратуше, что опасности ни для кого не было и что работы займут не больше шести недель. Мост открыли почти сто лет назад и в последний раз чинили одиннадцать лет назад.",
        "Виноградари в верховьях реки начали собирать урожай на три недели раньше обычного из-за тёплой весны. Хозяин погреба ждёт небольшого урожая высокого качества. В союзе виноградарей говорят, что найти сборщиков так рано трудно и что некоторые хозяйства позвали на помощь студентов.",
        "Сводка об уровне воды. Поверхность северного водохранилища стояла сегодня утром на отметке %s метра после %s метра днём раньше. Приток составил %s кубометра в секунду, открыты были %s затвора плотины. Следующая сводка выйдет в полдень.");

    final String title;
    final String otherTitle;
    final String lead;
    final String rest;
    final String other;
    final String bulletin;

    Language(
        String title, String otherTitle, String lead, String rest, String other, String bulletin) {
      this.title = title;
      this.otherTitle = otherTitle;
      this.lead = lead;
      this.rest = rest;
      this.other = other;
      this.bulletin = bulletin;
    }

    String text() {
      return lead + "\n" + rest;
    }
  }

  private final Newsroom room = new Newsroom();

  private static void assertJoins(long story, Grouping grouping) {
    Grouping.Joins joins = assertInstanceOf(Grouping.Joins.class, grouping, grouping.toString());
    assertEquals(new StoryId(story), joins.story());
  }

  private static void assertBegins(Grouping grouping) {
    assertInstanceOf(Grouping.Begins.class, grouping, grouping.toString());
  }

  @ParameterizedTest
  @EnumSource
  void a_copy_with_a_new_line_and_another_headline_joins(Language language) {
    room.arrives(article(1, 1, 0, language.title, language.text()));
    String copy = language.lead + "\n" + language.rest + "\n" + "Photo: harbour press service";
    assertJoins(1, room.arrives(article(2, 2, 2, language.otherTitle, copy)));
  }

  @ParameterizedTest
  @EnumSource
  void the_first_paragraph_alone_joins_under_the_same_headline(Language language) {
    room.arrives(article(1, 1, 0, language.title, language.text()));
    assertJoins(1, room.arrives(article(2, 2, 2, language.title, language.lead)));
  }

  @ParameterizedTest
  @EnumSource
  void a_headline_without_a_text_joins_the_article_under_it(Language language) {
    room.arrives(article(1, 1, 0, language.title, language.text()));
    assertJoins(1, room.arrives(article(2, 2, 2, language.title, "")));
  }

  @ParameterizedTest
  @EnumSource
  void another_story_begins_its_own(Language language) {
    room.arrives(article(1, 1, 0, language.title, language.text()));
    assertBegins(room.arrives(article(2, 1, 2, language.otherTitle, language.other)));
  }

  @ParameterizedTest
  @EnumSource
  void the_next_bulletin_of_a_series_begins_its_own(Language language) {
    String title = language.bulletin.substring(0, 9);
    String[] figures = {"211.40 211.35 84 2", "210.95 211.40 61 5", "210.12 210.95 47 7"};
    for (int day = 0; day < figures.length; day++) {
      Object[] values = figures[day].split(" ");
      assertBegins(
          room.arrives(
              article(day + 1, 1, 24 * day, title, String.format(language.bulletin, values))));
    }
  }
}
