using CoBuilding.Documents.Files;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Tests.Documents.Files;

/// <summary>SecrecyMarkings are recognized by their form, and text about secrets is not refused.</summary>
public class SecrecyMarkingsTests
{
    [Theory]
    [InlineData("机密★1年", "机密★1年")]
    [InlineData("绝密★启用前", "绝密★启用前")]
    [InlineData("000012　机密★十年", "机密★十年")]
    [InlineData("　　秘　密 ★　长　期", "秘密★长期")]
    [InlineData("某某区委组织部文件（机密☆）", "机密☆)")]
    [InlineData("机密*5年", "机密*5年")]
    [InlineData("秘密", "秘密")]
    [InlineData("  绝　　密  ", "绝密")]
    [InlineData("【机密】", "【机密】")]
    [InlineData("（秘密）", "(秘密)")]
    [InlineData("机密5年", "机密5年")]
    [InlineData("秘密 特急", "秘密特急")]
    [InlineData("机密文件", "机密文件")]
    [InlineData("000001 绝密", "000001绝密")]
    [InlineData("密级：秘密", "密级:秘密")]
    [InlineData("密 级:机　密　保密期限：5年", "密级:机密保密期限:5年")]
    [InlineData("编号：2026-3\t密级：绝密", "密级:绝密")]
    [InlineData("文件密级（机密）", "文件密级(机密)")]
    [InlineData("機密★3年", "機密★3年")]
    [InlineData("机密\t\t特急", "机密")]
    [InlineData("秘密          大工委〔2026〕3号", "秘密")]
    [InlineData("秘\u200B密", "秘密")]
    [InlineData("秘密：", "秘密:")]
    public void A_marking_is_seen(string line, string mark) => Assert.Equal(mark, SecrecyMarkings.Find(line));

    [Theory]
    [InlineData("各单位应当做好保密工作。")]
    [InlineData("严守党的秘密，对党忠诚，积极工作。")]
    [InlineData("不得上传涉密文件，国家秘密分为绝密、机密、秘密三级。")]
    [InlineData("绝密、机密、秘密")]
    [InlineData("密级：绝密/机密/秘密")]
    [InlineData("密级：公开")]
    [InlineData("密级：无")]
    [InlineData("标注“机密★1年”的文件不得带出。")]
    [InlineData("填写“密级：机密”一栏")]
    [InlineData("密级：“机密”")]
    [InlineData("商业秘密保护办法")]
    [InlineData("第二条 秘密投票，当场唱票。")]
    [InlineData("保密")]
    [InlineData("秘密花园")]
    [InlineData("机密文件管理办法")]
    [InlineData("★共建之星")]
    [InlineData("")]
    public void Talk_about_secrets_is_none(string line) => Assert.Null(SecrecyMarkings.Find(line));

    [Fact]
    public void A_line_without_end_is_looked_through_at_once()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Null(SecrecyMarkings.Find(string.Concat(Enumerable.Repeat("秘密事项", ReadingLimits.LongestLine / 4))));
        Assert.Null(
            SecrecyMarkings.Find("机密" + string.Concat(Enumerable.Repeat("年件文件资料123456", ReadingLimits.LongestLine / 12)) + "！")
        );
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
