package org.headrace.group;

import static org.headrace.group.Newsroom.article;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.headrace.model.Arrival;
import org.headrace.model.Grouping;
import org.headrace.model.StoryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Texts of one form with other values stay apart in whatever order they come; copies of each join
 * it.
 */
class LookAlikesTest {
  private static final int ORDERS = 8;

  /** A form, the headline over it, and five times what is put into them, parted by bars. */
  enum Form {
    ONE_FIGURE(
        "Mill stream: %s turbines at work",
        "The old weir was measured again this week, because the first result looked like a mistake."
            + " Water that once drove %s mills now feeds a turbine, and the town council wants to know"
            + " what it brings in over a whole year.\nThe chair of the society said that volunteers had"
            + " cleared the channel by hand and that visitors were welcome on the first Sunday of every"
            + " month, when the sluice is opened for an hour and the miller's house is shown.",
        "11|12|13|14|15",
        "11|12|13|14|15"),
    LAKE(
        "Reservoir level report",
        "The surface of the northern reservoir stood at %s metres this morning, after %s metres a day"
            + " earlier. Inflow was %s cubic metres a second, and %s gates of the dam were open.\nThe"
            + " authority asks walkers to keep away from the spillway while water is let out and to obey"
            + " the wardens. The path below the dam stays shut. The next report follows at noon.",
        "||||",
        "211.40 211.35 84 2|210.95 211.40 61 5|210.12 210.95 47 7|209.80 210.12 40 6|209.95 209.80 52 4"),
    TOWNS(
        "Weather for %s: mild and dry",
        "The day begins with fog in the valleys near %s and clears up towards noon. In the afternoon"
            + " the sun shines for %s hours and the thermometer climbs to %s degrees, while a light wind"
            + " from the west keeps the air fresh.\nAt night the sky stays clear and dew falls. Tomorrow"
            + " will be much the same, with a little more cloud over the hills.",
        "Arnsholm|Belmarsh|Carrowick|Dunhaven|Estermouth",
        "Arnsholm 5 14|Belmarsh 6 15|Carrowick 4 13|Dunhaven 7 16|Estermouth 3 12"),
    GERMAN(
        "Pegel an der alten Brücke %s",
        "Am Morgen stand der Pegel an der alten Brücke bei %s Zentimetern, am Abend zuvor waren es %s"
            + " Zentimeter gewesen. Die Wasserbehörde rechnet damit, dass die Schifffahrt in den nächsten"
            + " Tagen nicht eingestellt werden muss.\nSpaziergänger werden gebeten, die überfluteten Wege"
            + " am Ufer zu meiden. Die Fähre verkehrt wie gewohnt, nur der untere Anleger bleibt gesperrt.",
        "am Montag|am Dienstag|am Mittwoch|am Donnerstag|am Freitag",
        "412 398|431 412|455 431|447 455|420 447"),
    FRENCH(
        "Trafic : %s accidents sur la rocade",
        "Selon la préfecture, %s accidents ont été enregistrés cette semaine sur la rocade, et %s"
            + " personnes ont été légèrement blessées. La vitesse reste limitée entre le pont neuf et la"
            + " sortie de l'hôpital jusqu'à la fin des travaux.\nLes automobilistes sont invités à laisser"
            + " leur voiture dans les parcs relais et à prendre le tramway, gratuit le samedi.",
        "7|9|6|8|5",
        "7 3|9 4|6 2|8 5|5 1"),
    SPANISH(
        "Sorteo número %s de la cooperativa",
        "La cooperativa celebró el sorteo con los números %s, %s y %s ante el notario de la villa. Los"
            + " premios se pueden recoger en la oficina de la plaza mayor hasta el final del mes con el"
            + " recibo y un documento.\nLo que no se recoja se entregará a la escuela de música, que desde"
            + " hace años ensaya en el antiguo mercado y necesita instrumentos nuevos.",
        "101|102|103|104|105",
        "14 33 48|2 19 27|8 21 40|5 16 39|11 30 44"),
    RUSSIAN(
        "Сводка об уровне воды",
        "Поверхность северного водохранилища стояла сегодня утром на отметке %s метра после %s метра"
            + " днём раньше. Приток составил %s кубометра в секунду, открыты были %s затвора плотины."
            + "\nЖителей просят не подходить к водосбросу и слушаться дежурных. Дорога под плотиной закрыта"
            + " для машин и пешеходов. Следующая сводка выйдет в полдень.",
        "||||",
        "211,40 211,35 84 2|210,95 211,40 61 5|210,12 210,95 47 7|209,80 210,12 40 6|209,95 209,80 52 4"),
    THAI(
        "รายงานระดับน้ำประจำวัน",
        "รายงานระดับน้ำ อ่างเก็บน้ำด้านเหนือเช้านี้อยู่ที่%sเมตร จากเมื่อวานนี้ที่%sเมตร น้ำไหลเข้า%sลูกบาศก์เมตรต่อวินาที"
            + " เปิดประตูระบายน้ำ%sบาน เจ้าหน้าที่ขอให้ประชาชนอยู่ห่างจากทางระบายน้ำล้นและปฏิบัติตามคำแนะนำ รายงานครั้งต่อไปจะออกตอนเที่ยง",
        "||||",
        "211.40 211.35 84 2|210.95 211.40 61 5|210.12 210.95 47 7|209.80 210.12 40 6|209.95 209.80 52 4"),
    THAI_DIGITS(
        "รายงานระดับน้ำประจำวัน",
        "รายงานระดับน้ำ อ่างเก็บน้ำด้านเหนือเช้านี้อยู่ที่ %s เมตร จากเมื่อวานนี้ที่ %s เมตร น้ำไหลเข้า %s ลูกบาศก์เมตรต่อวินาที"
            + " เปิดประตูระบายน้ำ %s บาน เจ้าหน้าที่ขอให้ประชาชนอยู่ห่างจากทางระบายน้ำล้นและปฏิบัติตามคำแนะนำ รายงานครั้งต่อไปจะออกตอนเที่ยง",
        "||||",
        "๒๑๑.๔๐ ๒๑๑.๓๕ ๘๔ ๒|๒๑๐.๙๕ ๒๑๑.๔๐ ๖๑ ๕|๒๑๐.๑๒ ๒๑๐.๙๕ ๔๗ ๗|๒๐๙.๘๐ ๒๑๐.๑๒ ๔๐ ๖|๒๐๙.๙๕ ๒๐๙.๘๐ ๕๒ ๔"),
    CHINESE(
        "水库水位通报",
        "水库水位通报。北部水库今天早晨的水面高度为%s米，前一天为%s米。入库流量每秒%s立方米，大坝有%s个闸门开启。"
            + "管理处请市民远离溢洪道，并听从值班人员的安排。坝下道路继续封闭。下一次通报将在中午发布。",
        "||||",
        "211.40 211.35 84 2|210.95 211.40 61 5|210.12 210.95 47 7|209.80 210.12 40 6|209.95 209.80 52 4"),
    CHINESE_NUMERALS(
        "渡轮客流通报",
        "渡轮公司星期日晚上公布，全天共有%s人次乘坐渡轮过河，比前一天的%s人次略有变化，没有发生事故。"
            + "公司请乘客在高峰时段排队上船，不要携带大件行李。北岸码头的售票窗口照常开放。",
        "||||",
        "三千四百二十 二千九百八十|三千六百五十 三千四百二十|二千七百六十 三千六百五十|四千零五十 二千七百六十|三千八百八十 四千零五十"),
    JAPANESE(
        "貯水池の水位のお知らせ",
        "貯水池の水位のお知らせ。北の貯水池の水面は今朝%sメートルで、前日は%sメートルだった。流入量は毎秒%s立方メートル、"
            + "開いている水門は%s門である。管理事務所は放水路に近づかないよう呼びかけている。次のお知らせは正午に出される。",
        "||||",
        "211.40 211.35 84 2|210.95 211.40 61 5|210.12 210.95 47 7|209.80 210.12 40 6|209.95 209.80 52 4"),
    KOREAN(
        "저수지 수위 알림",
        "북쪽 저수지의 수면은 오늘 아침 %s미터로 전날의 %s미터와 달랐다. 유입량은 초당 %s세제곱미터이며 열린 수문은 %s개이다."
            + " 관리소는 방수로에 가까이 가지 말고 안내에 따라 달라고 부탁했다. 댐 아래의 길은 계속 닫혀 있다. 다음 알림은 정오에 나온다.",
        "||||",
        "211.40 211.35 84 2|210.95 211.40 61 5|210.12 210.95 47 7|209.80 210.12 40 6|209.95 209.80 52 4"),
    ARABIC(
        "تقرير منسوب البحيرة",
        "بلغ منسوب البحيرة في الخزان الشمالي صباح اليوم %s مترا بعد أن كان %s مترا قبل يوم. وبلغ التدفق %s مترا مكعبا في"
            + " الثانية وكانت %s من بوابات السد مفتوحة. وتطلب الإدارة من المتنزهين الابتعاد عن المفيض والاستماع"
            + " إلى الحراس، ويبقى الطريق تحت السد مغلقا. ويصدر التقرير التالي عند الظهر.",
        "||||",
        "٢١١٫٤٠ ٢١١٫٣٥ ٨٤ ٢|٢١٠٫٩٥ ٢١١٫٤٠ ٦١ ٥|٢١٠٫١٢ ٢١٠٫٩٥ ٤٧ ٧|٢٠٩٫٨٠ ٢١٠٫١٢ ٤٠ ٦|٢٠٩٫٩٥ ٢٠٩٫٨٠ ٥٢ ٤"),
    HINDI(
        "जलाशय का जलस्तर",
        "उत्तरी जलाशय का जलस्तर आज सुबह %s मीटर रहा, जबकि एक दिन पहले यह %s मीटर था। पानी की आवक %s घन मीटर"
            + " प्रति सेकंड रही और बाँध के %s फाटक खुले थे। प्रशासन ने लोगों से कहा है कि वे नाले से दूर रहें और"
            + " कर्मचारियों की बात मानें। बाँध के नीचे का रास्ता बंद है। अगली सूचना दोपहर में दी जाएगी।",
        "||||",
        "२११.४० २११.३५ ८४ २|२१०.९५ २११.४० ६१ ५|२१०.१२ २१०.९५ ४७ ७|२०९.८० २१०.१२ ४० ६|२०९.९५ २०९.८० ५२ ४");

    private final String title;
    private final String text;
    private final String[] inTitle;
    private final String[] inText;

    Form(String title, String text, String inTitle, String inText) {
      this.title = title;
      this.text = text;
      this.inTitle = inTitle.split("\\|", -1);
      this.inText = inText.split("\\|", -1);
    }

    String title(int number) {
      return String.format(title, (Object) inTitle[number]);
    }

    String text(int number) {
      return String.format(text, (Object[]) inText[number].split(" "));
    }

    int size() {
      return inText.length;
    }
  }

  private static List<Integer> order(Form form, int seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < form.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  private static Arrival bulletin(Form form, int number, double hours) {
    return article(number + 1, 1, hours, form.title(number), form.text(number));
  }

  /** Sends all of a form, an hour or a day between; each must begin its own story. */
  private static Newsroom filled(Form form, List<Integer> order, double hoursBetween) {
    Newsroom room = new Newsroom();
    for (int place = 0; place < order.size(); place++) {
      Grouping grouping = room.arrives(bulletin(form, order.get(place), hoursBetween * place));
      assertInstanceOf(
          Grouping.Begins.class, grouping, form + " in the order " + order + ": " + grouping);
    }
    return room;
  }

  @ParameterizedTest
  @EnumSource
  void texts_of_one_form_stay_apart_in_any_order(Form form) {
    for (int seed = 0; seed < ORDERS; seed++) {
      filled(form, order(form, seed), 1);
      filled(form, order(form, seed), 24);
    }
  }

  @ParameterizedTest
  @EnumSource
  void texts_of_one_form_in_several_sources_stay_apart(Form form) {
    if (form == Form.ONE_FIGURE) {
      return; // a single figure that another source has otherwise was corrected there
    }
    Newsroom room = new Newsroom();
    for (int number = 0; number < form.size(); number++) {
      Grouping grouping =
          room.arrives(
              article(number + 1, number + 1, 3 * number, form.title(number), form.text(number)));
      assertInstanceOf(Grouping.Begins.class, grouping, form + ": " + grouping);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_copy_joins_the_one_it_is_of(Form form) {
    for (int seed = 0; seed < ORDERS; seed++) {
      Newsroom room = filled(form, order(form, seed), 1);
      for (int number = 0; number < form.size(); number++) {
        String copy = form.text(number) + "\nOur service for readers";
        Grouping grouping = room.decides(article(100, 2, 6, form.title(number), copy));
        Grouping.Joins joins =
            assertInstanceOf(Grouping.Joins.class, grouping, form + ": " + grouping);
        assertEquals(new StoryId(number + 1), joins.story(), form + ": " + grouping);
      }
    }
  }

  @Test
  void a_corrected_figure_in_a_long_text_under_the_same_headline_is_no_other_story() {
    String long1 = Form.ONE_FIGURE.text(0) + "\n" + Form.TOWNS.text(0) + "\n" + Form.LAKE.text(0);
    String long2 = long1.replace("11 mills", "12 mills");
    Newsroom room = new Newsroom();
    room.arrives(article(1, 1, 0, "Volunteers clear the mill stream by hand", long1));
    Grouping grouping =
        room.arrives(article(2, 2, 1, "Volunteers clear the mill stream by hand", long2));
    assertTrue(grouping instanceof Grouping.Joins, grouping.toString());
  }
}
