using CoBuilding.Places;

namespace CoBuilding.Tests.Places;

public class PlaceNamesTests
{
    [Theory]
    [InlineData("周东社区居委会", PlaceLevel.Community, "周东社区", PlaceKind.Community)]
    [InlineData("工会居委会", PlaceLevel.Community, "工会社区", PlaceKind.Community)]
    [InlineData("后革镇堡村民委员会", PlaceLevel.Community, "后革镇堡村", PlaceKind.Village)]
    [InlineData("东村村委会", PlaceLevel.Community, "东村", PlaceKind.Village)]
    [InlineData("龙头分园虚拟社区", PlaceLevel.Community, "龙头分园虚拟社区", PlaceKind.Community)]
    [InlineData("东风农场生活区", PlaceLevel.Community, "东风农场生活区", PlaceKind.Other)]
    [InlineData("大连湾街道", PlaceLevel.Street, "大连湾街道", PlaceKind.Street)]
    [InlineData("长海县", PlaceLevel.District, "长海县", PlaceKind.County)]
    public void The_everyday_name_keeps_the_kind_apart(string official, PlaceLevel level, string name, PlaceKind kind) =>
        Assert.Equal((name, kind), PlaceNames.Derive(official, level));
}
