' How LibreOffice filled in the sheet of this name: five items of Desk.itemIn, four 整改中 and one 已销号, exported as 台账.xlsx on 2026-05-06.
Sub Main
 Dim a(0) As New com.sun.star.beans.PropertyValue
 a(0).Name = "Hidden" : a(0).Value = True
 d = StarDesktop.loadComponentFromURL(ConvertToURL("台账.xlsx"), "_blank", 0, a())
 s = d.Sheets.getByIndex(0)
 s.getCellByPosition(19,4).setString("已印发办法")
 s.getCellByPosition(31,4).setFormula("60%")
 s.getCellByPosition(21,5).setFormula("=10+2.5")
 s.getCellByPosition(22,5).setValue(3.25)
 s.getCellByPosition(17,6).setString("2021915日")
 s.getCellByPosition(17,7).setFormula("2026-09-01")
 s.getCellByPosition(18,7).setString("招标流标")
 s.getCellByPosition(28,8).setString("已归档")
 s.getCellByPosition(3,10).setValue(2025)
 s.getCellByPosition(6,10).setString("绩效目标不够细化")
 s.getCellByPosition(11,10).setString("水利局")
 s.getCellByPosition(7,10).setString("重投入" & Chr(10) & "轻管理")
 s.getCellByPosition(1,11).setString("填表人：张三")
 Dim f(0) As New com.sun.star.table.TableSortField
 f(0).Field = 1 : f(0).IsAscending = False
 Dim p(1) As New com.sun.star.beans.PropertyValue
 p(0).Name = "SortFields" : p(0).Value = f()
 p(1).Name = "ContainsHeader" : p(1).Value = False
 s.getCellRangeByPosition(0,4,32,8).sort(p())
 s.getCellByPosition(14,7).setString("孙六")
 s.getCellRangeByPosition(14,7,14,8).merge(True)
 s.Rows.getByIndex(5).IsVisible = False
 s.Columns.insertByIndex(5,1)
 s.getCellByPosition(5,3).setString("填报人")
 s.getCellByPosition(5,4).setString("张三")
 s.Columns.removeByIndex(2,1)
 Dim b(0) As New com.sun.star.beans.PropertyValue
 b(0).Name = "FilterName" : b(0).Value = "Calc MS Excel 2007 XML"
 d.storeToURL(ConvertToURL("LibreOffice填好的台账.xlsx"), b())
 d.close(True)
End Sub
