using CoBuilding.Committees.Rosters;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Texts;

public class PinyinTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData("大连湾中学", false, "dalianwanzhongxue", "dlwzx")]
    [InlineData("中国工商银行甘井子支行", false, "zhongguogongshangyinhangganjingzizhihang", "zggsyhgjzzh")]
    [InlineData("曾解放", true, "zengjiefang", "zjf")]
    [InlineData("曾解放", false, "cengjiefang", "cjf")]
    [InlineData("尉迟恭", true, "yuchigong", "ycg")]
    [InlineData("吕绿", true, "lvlv", "ll")]
    [InlineData("买买提·艾力", true, "maimaitiaili", "mmtal")]
    [InlineData("华为 ＩＣＴ学院", false, "huaweiictxueyuan", "hwictxy")]
    [InlineData("㛃𠮷", true, "jie𠮷", "j𠮷")]
    public void A_name_is_read_in_full_and_by_initials(string name, bool isPerson, string full, string initials)
    {
        var keys = Pinyin.FindKeys(isPerson, name).Split('\n');
        Assert.Equal(full, keys[1]);
        Assert.Equal(initials, keys[2]);
    }

    [Fact]
    public void Names_sort_by_sound_and_by_strokes()
    {
        string[] names = ["张伟", "阿明", "王芳", "王方", "曾力", "丁一"];
        Assert.Equal(["阿明", "丁一", "王方", "王芳", "曾力", "张伟"], names.OrderBy(n => Pinyin.SortKey(n, true), StringComparer.Ordinal));
        Assert.Equal(["丁一", "王方", "王芳", "张伟", "阿明", "曾力"], names.OrderBy(Pinyin.StrokeKey, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("区长江", "ouchangjiang", "quchangjiang", "ocj", "qcj")]
    [InlineData("单乐", "shanle", "danle", "shanyue", "danyue", "sl", "dy")]
    [InlineData("仇行", "qiuxing", "chouhang")]
    [InlineData("解和", "xiehe", "jiehe")]
    [InlineData("查重", "zhachong", "chazhong", "zc")]
    [InlineData("尉迟敬德", "yuchijingde", "ycjd", "weichijingde")]
    [InlineData("吕绿", "lvlv", "lülü")]
    [InlineData("买买提·艾力", "买买提艾力", "买买提•艾力", "买买提.艾力", "买买提・艾力", "买买提．艾力", "ＭＭＴ", "maimaiti aili")]
    [InlineData("李四", "李四", "lisi", "ls", "LI SI")]
    public void A_name_is_found_by_every_reading_dot_and_width(string name, params string[] typed)
    {
        var keys = Pinyin.FindKeys(true, name);
        Assert.All(typed, t => Assert.Contains(Pinyin.Needle(t), keys, StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_name_is_not_spelled_out_in_every_combination()
    {
        var keys = Pinyin.FindKeys(false, string.Concat(Enumerable.Repeat("单长行重", 10)));
        Assert.InRange(keys.Length, 1, 20_000);
        Assert.Contains("shan", keys, StringComparison.Ordinal);
    }

    [Fact]
    public void Surnames_of_as_many_strokes_stand_by_their_first_strokes_and_each_surname_together()
    {
        string[] names = ["孔一", "方乙", "毛丁", "王三", "尹二", "文人", "王一", "方丁", "车力", "吴八", "何十", "邓七"];
        Assert.Equal(
            ["王一", "王三", "车力", "毛丁", "文人", "方乙", "方丁", "尹二", "孔一", "邓七", "吴八", "何十"],
            names.OrderBy(Pinyin.StrokeKey, StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("大连湾")]
    [InlineData("dalianwan")]
    [InlineData("ＤＬＷＺＸ")]
    [InlineData("da lian")]
    [InlineData("湾中")]
    [InlineData("lz")] // by the short name
    [InlineData("zengxm")]
    public async Task Units_are_found_by_name_pinyin_initials_short_name_and_their_people(string typed)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EnterUnit.Form
        {
            Name = "大连湾中学",
            ShortName = "连中",
            Kind = UnitKind.School,
            PlaceId = district.Community1.Id,
        };
        await district.Use<EnterUnit>().RunAsync(district.Admin, form, Ct);
        await district.UnitAsync(district.Community2, "西山小学");
        await district.PersonAsync(form.UnitId, "曾xm");
        Assert.Equal(
            "大连湾中学",
            Assert.Single((await district.Use<ListUnits>().AskAsync(district.Admin, new() { Search = typed }, Ct)).Rows).Name
        );
    }

    [Fact]
    public async Task People_committees_and_places_are_found_by_initials_and_a_renamed_one_by_its_new_name()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var person = await district.PersonAsync(unit, "单国强");
        await district.CommitteeAsync(district.Street1);
        Assert.Equal("单国强", Assert.Single(await district.Use<FindPeople>().AskAsync(district.Admin, new("sgq", null), Ct)).Name);
        Assert.Single((await district.Use<ListCommittees>().AskAsync(district.Admin, new() { Search = "djd" }, Ct)).Rows);
        await district
            .Use<EditPerson>()
            .RunAsync(
                district.Admin,
                new()
                {
                    PersonId = person,
                    ExpectedVersion = 1,
                    Name = "王国强",
                },
                Ct
            );
        Assert.Empty(await district.Use<FindPeople>().AskAsync(district.Admin, new("sgq", null), Ct));
        Assert.Single(await district.Use<FindPeople>().AskAsync(district.Admin, new("wgq", null), Ct));
    }
}
