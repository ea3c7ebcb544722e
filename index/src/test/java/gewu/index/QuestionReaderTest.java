package gewu.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gewu.api.WorkbenchException;
import gewu.api.search.SearchQuery;
import gewu.kernel.word.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionReaderTest {
    private static final Catalogue CHINESE = chinese();

    private static Question read(String typed) {
        return QuestionReader.read(typed, SearchQuery.Matching.USUAL, SmallHouse.NOTHING_MORE);
    }

    private static Question readExactly(String typed) {
        return QuestionReader.read(typed, SearchQuery.Matching.USUAL.exactly(true), SmallHouse.NOTHING_MORE);
    }

    private static Catalogue chinese() {
        try {
            return Catalogue.of(QuestionReaderTest.class.getClassLoader());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            信访                            ; 信访
            信访 接待费                     ; 信访 接待费
            会议费|接待费                   ; 会议费 | 接待费
            会议费 | 接待费 上升            ; (会议费 | 接待费) 上升
            (会议费 接待费) | 培训          ; (会议费 接待费) | 培训
            （会议费｜接待费） -培训        ; (会议费 | 接待费) -培训
            经费 -(会议 | 培训)             ; 经费 -(会议 | 培训)
            ((会议 | 培训) 费用) | 差旅     ; ((会议 | 培训) 费用) | 差旅
            "过紧日子 要求"                 ; 过紧日子要求
            “过紧日子”                      ; 过紧日子
            "三公"经费                      ; 三公经费
            “三公” 经费                     ; 三公 经费
            (一)部门概况                    ; 一部门概况
            因公出国(境)费                  ; 因公出国境费
            费”管                           ; 费管
            费"管                           ; 费管
            ２０２１年度                    ; 2021年度
            1,805.99                        ; 1805.99
            1805.99万元                     ; 1805.99万元 (= 18059900 元)
            "a | b -c"                      ; a|b-c
            A-B岗                           ; a-b岗
            政務資訊                        ; 政务资讯
            预算*率                         ; 预算*率
            预算??率                        ; 预算??率
            怎么办?下一步？                 ; 怎么办?下一步?
            "财政 资金"~10                  ; "财政 资金"~10
            “财政　资金”～＞５              ; "财政 资金"~>5
            "财政 资金"~s 拨付              ; "财政 资金"~s 拨付
            经费 year:2021..2023            ; 经费 year:2021..2023
            经费 YEAR：２０２１             ; 经费 year:2021
            -org:档案局 role:存在问题       ; -org:档案局 role:存在问题
            kind:project section:"主要 成效" ; kind:项目支出 section:主要成效
            单位:万元                       ; 单位:万元
                        """)
    void understands(String typed, String understood) {
        assertThat(read(typed).understood()).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            ~~                 ; is empty
            ~   ~              ; is empty
            -培训              ; ▸-培训
            会议 |             ; 会议 ▸|
            | 会议             ; ▸| 会议
            会议 - 培训        ; 会议 ▸- 培训
            经费 (会议 | 培训  ; 经费 ▸(会议 | 培训
            经费 "会议 培训    ; 经费 ▸"会议 培训
            经费 ( )           ; 经费 ▸( )
            经费 《》          ; 经费 ▸《》
            a | -b             ; ▸a | -b
            --会议             ; ▸--会议
            经费 year:         ; 经费 year:▸
            经费 year:二一     ; 经费 year:▸二一
            经费 year:2023..2021 ; 经费 year:▸2023..2021
            经费 yaer:2021     ; 经费 ▸yaer:2021
            role:瞎写          ; role:▸瞎写
            "财政 资金"~x      ; "财政 资金"▸~x
            "财政 资金"~999    ; "财政 资金"▸~999
            "财政"~10          ; ▸"财政"~10
            "一 二 三 四 五 六"~9 ; ▸"一 二 三
            a?b?c?d?e?f?g?h?i?j ; ▸a?b
            FT='三公           ; FT=▸'三公
            FT='三公' 经费     ; FT='三公' ▸经费
            XX='三公'          ; ▸XX
            FT='三公' AND      ; AND▸
            (FT='三公'         ; FT='三公'▸
            FT='三公 /NEER 3 经费' ; FT=▸'三公 /NEER
            FT='三公 /SEN 5 经费' ; FT=▸'三公 /SEN
            FT='三公 /NEAR 900 经费' ; FT=▸'三公 /NEAR
            FT='三公 /NEAR 3 三公' ; FT=▸'三公 /NEAR
            FT='三公'*''       ; *▸''
            YE='二一'          ; YE=▸'二一'
            NOT FT='三公'      ; ▸NOT
            """)
    void pointsAtThePlaceThatItCannotUnderstand(String typed, String place) {
        assertThatThrownBy(() -> read(typed))
                .isInstanceOfSatisfying(WorkbenchException.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(WorkbenchException.Kind.USAGE);
                    assertThat(fault.remedy()).isNotEmpty();
                    String message = String.valueOf(fault.getMessage());
                    assertThat(CHINESE.chinese(message)).doesNotContain(message);
                    assertThat(CHINESE.chinese(fault.remedy())).doesNotContain(fault.remedy());
                })
                .hasMessageContaining(place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            FT='三公经费'                   ; 三公经费
            FT = '三公经费' and AF='档案局' ; 三公经费 org:档案局
            FT='会议费'+'接待费'            ; 会议费 | 接待费
            FT=('会议费'+'接待费')*'上升'-'培训' ; (会议费 | 接待费) 上升 -培训
            FT%'三公经费' NOT TI='项目'     ; 三公经费 -title:项目
            SU='压减'                       ; 压减 | title:压减 | section:压减
            (FT='会议费' OR FT='接待费') AND YE='2021-2023' ; (会议费 | 接待费) year:2021..2023
            FT='财政 /NEAR 10 资金'         ; "财政 资金"~10
            FT='财政 /PREV 5 资金'          ; "财政 资金"~>5
            FT='财政 /AFT 5 资金'           ; "资金 财政"~>5
            FT='财政 /SEN 0 资金'           ; "财政 资金"~s
            FT='财政 /PRG 0 资金'           ; 财政 资金
            CO=“存在问题” AND FT=‘整改’     ; section:存在问题 整改
            FT=a                            ; ft=a
            """)
    void understandsQuestionsOfCnki(String typed, String understood) {
        assertThat(read(typed).understood()).isEqualTo(understood);
    }

    @Test
    void takesEverythingAsTypedWhenAskedTo() {
        assertThat(readExactly("“三公”经费").understood()).isEqualTo("“三公”经费");
        assertThat(readExactly("\"过紧日子 要求\"").understood()).isEqualTo("过紧日子要求");
    }
}
