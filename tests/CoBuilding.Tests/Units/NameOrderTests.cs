using CoBuilding.Access;
using CoBuilding.Committees.Rosters;
using CoBuilding.Data;
using CoBuilding.Tests.House;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.Units;

public class NameOrderTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task People_are_listed_by_sound_by_strokes_or_by_rank()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        foreach (var (name, title) in new[] { ("王方", "办公室干事"), ("丁一", "党委副书记"), ("曾力", "党委书记"), ("阿明", "顾问") })
            await district
                .Use<EnterPerson>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        UnitId = unit,
                        Name = name,
                        Title = title,
                    },
                    Ct
                );

        Assert.Equal(["阿明", "丁一", "王方", "曾力"], await NamesAsync(NameOrder.Pinyin));
        Assert.Equal(["丁一", "王方", "阿明", "曾力"], await NamesAsync(NameOrder.Strokes));
        Assert.Equal(["曾力", "丁一", "王方", "阿明"], await NamesAsync(NameOrder.Rank));
        await district.Use<SetRanks>().RunAsync(district.Admin, new() { Titles = "顾问\n副书记" }, Ct);
        Assert.Equal(["阿明", "丁一", "王方", "曾力"], await NamesAsync(NameOrder.Rank));
        Assert.Equal(["阿明", "丁一", "王方", "曾力"], await NamesAsync(null));
        await district.Use<SetPeopleSetting>().RunAsync(district.Admin, new() { Order = NameOrder.Strokes }, Ct);
        Assert.Equal(["丁一", "王方", "阿明", "曾力"], await NamesAsync(null));

        async Task<IEnumerable<string>> NamesAsync(NameOrder? order) =>
            (await district.Use<ListPeople>().AskAsync(district.Admin, new() { Order = order }, Ct)).Rows.Select(r => r.Name);
    }

    [Fact]
    public async Task A_title_left_out_of_the_order_comes_back_in_its_place()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.Use<SetRanks>().RunAsync(district.Admin, new() { Titles = "书记\n主任" }, Ct);
        await district.Use<SetRanks>().RunAsync(district.Admin, new() { Titles = "主任" }, Ct);
        await district.Use<SetRanks>().RunAsync(district.Admin, new() { Titles = "主任\n 书记 \n\n主任" }, Ct);
        Assert.Equal(["主任", "书记"], (await district.Use<SeePeopleSetting>().AskAsync(district.Admin, Ct)).Titles);
        await Assert.ThrowsAsync<ValidationFailed>(() =>
            district.Use<SetRanks>().RunAsync(district.Admin, new() { Titles = new string('长', 61) }, Ct)
        );
    }

    [Fact]
    public async Task Units_are_listed_by_place_or_over_all_places_by_sound_or_strokes()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await district.UnitAsync(district.Community2, "一中");
        await district.UnitAsync(district.Community1, "银行");
        await district.UnitAsync(district.Community1, "丁字路公司");
        Assert.Equal(["丁字路公司", "银行", "一中"], await NamesAsync(null));
        Assert.Equal(["丁字路公司", "一中", "银行"], await NamesAsync(NameOrder.Pinyin));
        Assert.Equal(["一中", "丁字路公司", "银行"], await NamesAsync(NameOrder.Strokes));

        async Task<IEnumerable<string>> NamesAsync(NameOrder? order) =>
            (await district.Use<ListUnits>().AskAsync(district.Admin, new() { Order = order }, Ct)).Rows.Select(r => r.Name);
    }

    [Fact]
    public async Task A_roster_and_its_paper_take_the_order_and_the_paper_says_it()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var committee = await district.CommitteeAsync(district.Street1);
        foreach (var unit in new[] { "曾", "王", "丁" })
            await district.MemberAsync(committee, district.Community1, unit);
        var roster = await district.Use<SeeRoster>().AskAsync(district.Admin, committee, null, null, Ct);
        Assert.Equal(["曾书记", "王书记", "丁书记"], roster.Rows.Select(r => r.Holder));
        Assert.Equal(["丁书记", "王书记", "曾书记"], roster.In(NameOrder.Strokes, []).Rows.Select(r => r.Holder));
        Assert.Equal(["丁书记", "王书记", "曾书记"], roster.In(NameOrder.Pinyin, []).Rows.Select(r => r.Holder));

        var words = LibreOfficeReader.WordsOf(
            (await district.Use<ExportRosterPaper>().AskAsync(district.Admin, committee, null, null, NameOrder.Strokes, Ct)).Word().Bytes
        );
        Assert.Contains("以姓氏笔画为序", string.Concat(words), StringComparison.Ordinal);
        var cells = await LibreOfficeReader.CellsAsync(
            (await district.Use<ExportRosterWorkbook>().AskAsync(district.Admin, committee, null, null, NameOrder.Strokes, Ct)).Bytes
        );
        Assert.Contains("丁书记", cells[cells.FindIndex(r => r.Contains("曾书记")) - 2]);
    }

    [Fact]
    public async Task Keys_that_an_older_portal_did_not_make_are_made_by_the_clock()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await BulkRows.UnitsAsync(cluster, district, 1, 3);
        Assert.Empty((await district.Use<ListUnits>().AskAsync(district.Admin, new() { Search = "u2" }, Ct)).Rows);
        Assert.False(await district.Use<FillSearchKeys>().RunAsync(Scope.ForClock(district.Id), new(), Ct));
        Assert.Equal(
            "U2",
            Assert.Single((await district.Use<ListUnits>().AskAsync(district.Admin, new() { Search = "u2" }, Ct)).Rows).Name
        );
        var before = (await district.Use<SeeJournal>().AskAsync(district.Auditor, new(), Ct)).Total;
        await district.Use<FillSearchKeys>().RunAsync(Scope.ForClock(district.Id), new(), Ct);
        Assert.Equal(before, (await district.Use<SeeJournal>().AskAsync(district.Auditor, new(), Ct)).Total);
    }

    [Fact]
    public async Task Accounts_and_the_journal_are_found_by_the_names_behind_them()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new OpenAccount.Form
        {
            Login = "zsan",
            DisplayName = "单国强",
            Role = Role.StreetClerk,
            PlaceId = district.Street1.Id,
        };
        await district.Use<OpenAccount>().RunAsync(district.Admin, form, Ct);
        var clerk = await district.FirstSignInAsync("zsan", form.Code);
        await district
            .Use<EnterUnit>()
            .RunAsync(
                clerk,
                new()
                {
                    Name = "甲",
                    Kind = UnitKind.School,
                    PlaceId = district.Community1.Id,
                },
                Ct
            );
        foreach (var typed in new[] { "单国强", "shanguoqiang", "sgq", "ZSAN" })
        {
            Assert.Equal(
                "zsan",
                Assert.Single((await district.Use<ListAccounts>().AskAsync(district.Admin, new() { Search = typed }, Ct)).Rows).Login
            );
            Assert.NotEmpty(
                (await district.Use<SeeJournal>().AskAsync(district.Auditor, new() { Search = typed, Subject = "units" }, Ct)).Rows
            );
        }
    }

    /// <summary>
    /// Whatever the names, the database puts them in the order of their keys, and their keys are those of every other machine.
    /// </summary>
    [Fact]
    public async Task Lists_stand_in_the_order_of_keys_that_depend_on_nothing_but_the_name()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var unit = await district.UnitAsync(district.Community1);
        var dice = new Random(20261125);
        const string surnames = "区单仇解曾查王方毛文孔尹李张刘陈杨赵黄周吴徐孙胡朱高林何郭马",
            given = "一丁七万丈三上下不与丑专且世丘丙业乐长行重强国华伟敏静丽军洋艳勇杰娟涛明超秀霞平刚𠮷";
        var runes = given.EnumerateRunes().ToArray();
        List<string> names = ["买买提·艾力", "尉迟恭", "欧阳娜娜", "O'Neil"];
        for (var n = 0; n < 60; n++)
            names.Add(
                surnames[dice.Next(surnames.Length)].ToString()
                    + runes[dice.Next(runes.Length)]
                    + (n % 3 == 0 ? "" : runes[dice.Next(runes.Length)].ToString())
            );
        foreach (var name in names)
            await district
                .Use<EnterPerson>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        UnitId = unit,
                        Name = name,
                        Title = "干事",
                    },
                    Ct
                );

        foreach (var culture in new[] { "zh-CN", "en", "tr-TR", "" })
        {
            System.Globalization.CultureInfo.CurrentCulture = new(culture);
            Assert.Equal(
                names.Select(Pinyin.StrokeKey).Order(StringComparer.Ordinal),
                (await NamesAsync(NameOrder.Strokes)).Select(Pinyin.StrokeKey)
            );
            Assert.Equal(
                names.Select(n => Pinyin.SortKey(n, true)).Order(StringComparer.Ordinal),
                (await NamesAsync(NameOrder.Pinyin)).Select(n => Pinyin.SortKey(n, true))
            );
        }
        Assert.Equal(
            "1BDAA7F8",
            Hash(names.SelectMany(n => new[] { Pinyin.FindKeys(true, n), Pinyin.SortKey(n, true), Pinyin.StrokeKey(n) }))
        );

        async Task<IEnumerable<string>> NamesAsync(NameOrder order) =>
            (await district.Use<ListPeople>().AskAsync(district.Admin, new() { Order = order, Size = 100 }, Ct)).Rows.Select(r => r.Name);

        static string Hash(IEnumerable<string> keys) =>
            Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', keys))))[
                ..8
            ];
    }
}
