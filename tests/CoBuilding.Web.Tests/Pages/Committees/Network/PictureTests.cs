using System.Xml.Linq;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Places;
using CoBuilding.Units;
using CoBuilding.Web.Pages.Committees.Network;

namespace CoBuilding.Web.Tests.Pages.Committees.Network;

public class PictureTests
{
    private const string Long = "中国（辽宁）自由贸易试验区大连片区高新技术产业园区综合服务有限责任公司东街道分公司";

    private static readonly int[] Units = [0, 1, 2, 3, 7, 12, 18, 19, 24, 40, 60, 90],
        Below = [0, 1, 6, 24, 70];

    public static TheoryData<int, int> Sizes => [.. from units in Units from below in Below select (units, below)];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Nothing_overlaps_or_leaves_the_picture(int units, int below)
    {
        var layout = new PictureLayout(Of(units, below));
        List<Box> boxes = [layout.Core, .. layout.Cards.Select(c => c.Box)];
        if (layout.Above is { } above)
            boxes.Add(above);
        if (layout.Below is { } under)
            boxes.Add(under);
        Assert.Equal(Math.Min(units, PictureLayout.MostUnits), layout.Cards.Count);
        Assert.All(
            boxes,
            b => Assert.True(b.X >= 0 && b.Y >= 0 && b.Right <= PictureLayout.Width && b.Bottom <= layout.Height, $"{b} leaves the picture")
        );
        for (var n = 0; n < boxes.Count; n++)
            Assert.DoesNotContain(boxes.Skip(n + 1), b => Overlap(b, boxes[n]));
        Assert.All(layout.Items, i => Assert.True(i.Box.Y >= layout.Below!.Y && i.Box.Bottom <= layout.Below.Bottom));
        // The rail runs between rows, or into a single card.
        Assert.All(
            layout.Cards,
            c => Assert.True(c.Box.Center == layout.Core.Center || c.Box.Y > layout.Core.Center || c.Box.Bottom < layout.Core.Center)
        );
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Every_unit_is_named_in_full_for_who_points_at_it_and_lines_fit_their_card(int units)
    {
        var picture = Of(units, 6);
        var svg = XElement.Parse(PictureSvg.Draw(picture, "p"));
        var titles = svg.Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value).ToHashSet();
        Assert.All(picture.Units, u => Assert.Contains(u.Name, titles));
        Assert.All(
            new PictureLayout(picture).Cards,
            c => Assert.All(c.Lines, l => Assert.True(PictureText.WidthOf(l, PictureLayout.Name) <= c.Box.Width - 16))
        );
    }

    [Theory]
    [InlineData("东街道", 100, 3, "东街道")]
    [InlineData("一二三四五六七八九十", 70, 3, "一二三四五|六七八九十")]
    [InlineData("一二三四五六七八九十一二三四五", 70, 2, "一二三四五|六七八九…")]
    [InlineData("The quick brown fox", 90, 3, "The quick|brown fox")]
    public void Text_breaks_where_it_may(string text, double width, int most, string expected) =>
        Assert.Equal(expected, string.Join('|', PictureText.Wrap(text, width, 14, most)));

    [Fact]
    public void Markup_in_a_name_stays_text()
    {
        var picture = Of(1, 0);
        var svg = PictureSvg.Draw(picture with { Units = [picture.Units[0] with { Name = "<script>", DisplayName = "<script>" }] }, "p");
        Assert.DoesNotContain("<script>", svg, StringComparison.Ordinal);
    }

    private static bool Overlap(Box a, Box b) => a.X < b.Right && b.X < a.Right && a.Y < b.Bottom && b.Y < a.Bottom;

    private static SeePicture.Answer Of(int units, int below) =>
        new(
            Guid.CreateVersion7(),
            "东街道",
            PlaceLevel.Street,
            new DateOnly(2026, 11, 23),
            "测试区",
            "东街道党工委",
            1204,
            [new(Guid.CreateVersion7(), "东街道大工委", 9, 1), new(Guid.CreateVersion7(), Long, 12, 0)],
            [
                .. Enumerable
                    .Range(0, units)
                    .Select(n => new SeePicture.Member(
                        Guid.CreateVersion7(),
                        n % 3 == 0 ? Long + n : $"第{n}中学",
                        n % 3 == 0 ? Long + n : $"第{n}中学",
                        "学校",
                        n % 2 == 0 ? "东一社区" : null,
                        n % 4 == 0 ? null : "测试区教育局",
                        PartyOrganizationKind.Branch,
                        [new(n % 2, SeatRole.Member, "委员", n % 5 == 0)],
                        n % 4 == 1
                    )),
            ],
            2,
            0,
            5,
            [.. Enumerable.Range(0, below).Select(n => new SeePicture.ChainLine($"社区{n}党委", Guid.CreateVersion7(), n % 3 > 0, n, n))]
        );
}
